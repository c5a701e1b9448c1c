import type { RewardStanding } from '../../../shared/domain/standing/standing.ts';
import { BlockStack } from '../../kit/structure.ts';
import { Badge, ProgressBar, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

/** How many rewards are ready. */
export function RewardsBadge({ ready }: { readonly ready: number }) {
  const words = useText().customer.standing;
  return <Badge tone={ready > 0 ? 'success' : 'new'}>{ready > 0 ? words.rewardsReady(ready) : words.noReward}</Badge>;
}

type Props = { readonly id: string; readonly rewards: RewardStanding };

/** The n-th item of one customer in words: what is ready and worth, how far the next reward is, what is missing. */
export function RewardsProgress({ id, rewards }: Props) {
  const words = useText().customer.standing;
  const format = useFormat();
  const { after, progress, deficit, used, ready, readyMinor, lapsesAt } = rewards;
  const worths = readyMinor.map((minor) => format.money(minor));
  const more = ready > readyMinor.length ? [words.rewardsMore(ready - readyMinor.length)] : [];
  return (
    <BlockStack gap="100">
      {ready > 0 && <Text as="p">{words.rewardsWorth([...worths, ...more].join(', '))}</Text>}
      {lapsesAt !== undefined && <Text as="p">{words.rewardLapses(ready, format.dateTime(lapsesAt))}</Text>}
      <ProgressBar
        progress={Math.floor((progress * 100) / after)}
        size="small"
        tone="success"
        ariaLabelledBy={`items-${id}`}
      />
      <Text as="p" id={`items-${id}`} tone="subdued">
        {words.counted(progress, after)}
      </Text>
      {used > 0 && (
        <Text as="p" tone="subdued">
          {words.rewardsUsed(used)}
        </Text>
      )}
      {deficit > 0 && <Text as="p">{words.deficit(deficit)}</Text>}
    </BlockStack>
  );
}
