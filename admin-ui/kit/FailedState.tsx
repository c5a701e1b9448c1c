import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';

type Props = {
  readonly title: string;
  readonly message: string;
  /** For support; null when the server gave none. */
  readonly detail: string | null;
  readonly retryLabel: string;
  readonly onRetry: () => void;
};

/** Something could not be loaded: what, why, and a way on. */
export const FailedState = ({ title, message, detail, retryLabel, onRetry }: Props) => (
  <div role="alert">
    <Banner tone="critical" title={title}>
      <BlockStack gap="300">
        <Text as="p">{message}</Text>
        {detail !== null && (
          <Text as="p" tone="subdued">
            {detail}
          </Text>
        )}
        <InlineStack>
          <Button onClick={onRetry}>{retryLabel}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  </div>
);
