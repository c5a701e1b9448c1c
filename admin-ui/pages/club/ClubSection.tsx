import type { ReactNode } from 'react';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';

type Props = { readonly title: string; readonly help?: string; readonly children: ReactNode };

/** One part of the club's page under its own heading. */
export const ClubSection = ({ title, help = '', children }: Props) => (
  <Card>
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {help !== '' && (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        )}
      </BlockStack>
      {children}
    </BlockStack>
  </Card>
);
