import type { Attention, HomeView } from '../../../shared/contract/api.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Badge, Link, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const PAGES: Readonly<Record<Attention['kind'], string>> = {
  refused_webhooks: '/inbox?states=refused',
  failed_webhooks: '/inbox?states=failed',
  card_guessing: '/cards',
  entitlements_waiting: '/customers',
  customers_to_check: '/customers?states=check',
  cards_due: '/customers?has=due_card',
  discount_missing: '/settings',
};

const URGENT: readonly Attention['kind'][] = ['discount_missing', 'failed_webhooks', 'refused_webhooks'];

/** What somebody should look at, each with the way there. */
export function AttentionCard({ attention }: Pick<HomeView, 'attention'>) {
  const { attention: words } = useText().home;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {attention.length === 0 && (
          <Text as="p" tone="subdued">
            {words.nothing}
          </Text>
        )}
        {attention.map((each) => (
          <AttentionRow key={each.kind} attention={each} />
        ))}
      </BlockStack>
    </Card>
  );
}

function AttentionRow({ attention }: { readonly attention: Attention }) {
  const { words, actions } = useText().home.attention;
  const { kind } = attention;
  const count = attention.kind === 'discount_missing' ? 1 : attention.count;
  return (
    <InlineStack gap="300" align="space-between" blockAlign="center">
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={URGENT.includes(kind) ? 'critical' : 'attention'}>{URGENT.includes(kind) ? '!' : '·'}</Badge>
        <Text as="p">{words[kind](count)}</Text>
      </InlineStack>
      <Link url={PAGES[kind]}>{actions[kind]}</Link>
    </InlineStack>
  );
}
