import type { ReactNode } from 'react';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';

type Props = { readonly title: string; readonly children: ReactNode };

/** One of the questions that a draw answers. */
export const FormPart = ({ title, children }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);
