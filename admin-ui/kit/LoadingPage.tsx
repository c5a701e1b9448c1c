import { BlockStack, Card, SkeletonBodyText, SkeletonPage } from '@shopify/polaris';

type Props = { readonly label: string; readonly cards?: number };

/** The shape of a page that is on its way. */
export const LoadingPage = ({ label, cards = 2 }: Props) => (
  <div role="status" aria-live="polite" aria-label={label}>
    <SkeletonPage primaryAction>
      <BlockStack gap="400">
        {Array.from({ length: cards }, (_, index) => (
          <Card key={`card-${String(index)}`}>
            <SkeletonBodyText lines={5} />
          </Card>
        ))}
      </BlockStack>
    </SkeletonPage>
  </div>
);

/** The shape of a part of a page that is on its way. */
export const LoadingPart = ({ label, lines = 6 }: { readonly label: string; readonly lines?: number }) => (
  <div role="status" aria-live="polite" aria-label={label} className="kit-loading-part">
    <SkeletonBodyText lines={lines} />
  </div>
);
