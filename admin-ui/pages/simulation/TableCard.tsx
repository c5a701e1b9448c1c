import type { ReactNode } from 'react';
import { BlockStack, Box, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';

type Props = { readonly title: string; readonly of: string | null; readonly children: ReactNode };

/** A card that a table fills to its edges, under what it tells and of which program. */
export const TableCard = ({ title, of, children }: Props) => (
  <Card padding="0">
    <Box padding="400" paddingBlockEnd="200">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {of !== null && (
          <Text as="p" tone="subdued">
            {of}
          </Text>
        )}
      </BlockStack>
    </Box>
    {children}
  </Card>
);
