import type { Attention, HomeView } from '../../../shared/contract/api.ts';
import { Icon } from '../../kit/Icon.ts';
import { AlertTriangleIcon, CheckCircleIcon, InfoIcon } from '../../kit/icons.ts';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Link, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const PAGES: Readonly<Record<Attention['kind'], string>> = {
  refused_webhooks: '/inbox?states=refused',
  failed_webhooks: '/inbox?states=failed',
  card_guessing: '/cards',
  rewards_used_twice: '/customers?has=conflict',
  entitlements_waiting: '/customers',
  customers_to_check: '/customers?states=check',
  cards_due: '/customers?has=due_card',
  discount_missing: '/settings',
};

const URGENT: readonly Attention['kind'][] = [
  'discount_missing',
  'failed_webhooks',
  'refused_webhooks',
  'card_guessing',
  'rewards_used_twice',
];

/** What somebody should look at, each with the way there; what costs money or trust comes first and in red. */
export function AttentionCard({ attention }: Pick<HomeView, 'attention'>) {
  const { attention: words } = useText().home;
  const isUrgent = ({ kind }: Attention) => URGENT.includes(kind);
  const sorted = [...attention.filter(isUrgent), ...attention.filter((each) => !isUrgent(each))];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {sorted.length === 0 && (
          <div className="kit-row">
            <span className="kit-mark">
              <Icon source={CheckCircleIcon} tone="success" />
            </span>
            <Text as="p" tone="subdued">
              {words.nothing}
            </Text>
          </div>
        )}
        {sorted.map((each) => (
          <AttentionRow key={each.kind} attention={each} isUrgent={isUrgent(each)} />
        ))}
      </BlockStack>
    </Card>
  );
}

type RowProps = { readonly attention: Attention; readonly isUrgent: boolean };

function AttentionRow({ attention, isUrgent }: RowProps) {
  const { words, actions, urgent, soon, andMore } = useText().home.attention;
  const { kind } = attention;
  const { count, hasMore = false } = attention.kind === 'discount_missing' ? { count: 1 } : attention;
  const sentence = words[kind](count);
  return (
    <div className="kit-row">
      <span className="kit-mark">
        <Icon
          source={isUrgent ? AlertTriangleIcon : InfoIcon}
          tone={isUrgent ? 'critical' : 'info'}
          accessibilityLabel={isUrgent ? urgent : soon}
        />
      </span>
      <Text as="p">{hasMore ? andMore(sentence) : sentence}</Text>
      <span className="kit-value">
        <Link url={PAGES[kind]}>{actions[kind]}</Link>
      </span>
    </div>
  );
}
