import { BlockStack, Box, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

const picture = new URL('../assets/empty.svg', import.meta.url).href;

type Props = {
  readonly title: string;
  readonly message: string;
  readonly children?: ReactNode;
  /** Inside a part of a page the picture would be too much. */
  readonly isPart?: boolean;
};

/** Nothing here yet: what will be, and how to begin. */
export const EmptyState = ({ title, message, children, isPart = false }: Props) => (
  <Box padding={isPart ? '400' : '800'}>
    <BlockStack gap="400" inlineAlign="center">
      {!isPart && <img src={picture} alt="" width={160} height={110} />}
      <BlockStack gap="100" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {message}
        </Text>
      </BlockStack>
      {children}
    </BlockStack>
  </Box>
);
