import type { ReferralStanding } from '../../../shared/domain/referral/referral-standing.ts';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { Badge, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

/** What somebody has of handing the card on (rules 2.7): friends brought, bonuses ready, used, and used too many. */
export function ReferralProgress({ referral }: { readonly referral: ReferralStanding }) {
  const words = useText().customer.referral;
  const format = useFormat();
  const { bonusBp, brought, ready, used, deficit } = referral;
  if (brought + used + deficit === 0) return null;
  const percent = format.percent(bonusBp);
  return (
    <BlockStack gap="100">
      <InlineStack gap="200">
        <Badge tone={ready > 0 ? 'success' : 'new'}>{ready > 0 ? words.ready(ready, percent) : words.noneReady}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued">
        {[words.brought(brought), ...(used > 0 ? [words.used(used)] : [])].join(', ')}
      </Text>
      {deficit > 0 && <Text as="p">{words.deficit(deficit)}</Text>}
    </BlockStack>
  );
}
