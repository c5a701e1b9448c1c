import type { SettingsView } from '../../../shared/contract/api.ts';
import { useRefreshShop } from '../../api/useSettingsApi.ts';
import { Button } from '../../kit/controls.ts';
import { Facts } from '../../kit/Facts.tsx';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

/** What Shopify decides; here it is only read, and read again on asking. */
export function ShopCard({ view }: { readonly view: SettingsView }) {
  const words = useText().settings.shop;
  const refresh = useRefreshShop();
  const say = useToast();
  const sayFailure = useSayFailure();
  const again = () => refresh.mutate(undefined, { onSuccess: () => say(words.refreshed), onError: sayFailure });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        <Facts
          facts={[
            { title: words.name, value: view.name },
            { title: words.domain, value: view.shop },
            { title: words.currency, value: view.currency },
            { title: words.timeZone, value: view.timeZone },
            { title: words.prices, value: view.pricesIncludeTax ? words.pricesWithTax : words.pricesWithoutTax },
          ]}
        />
        <InlineStack>
          <Button loading={refresh.isPending} onClick={again}>
            {words.refresh}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
