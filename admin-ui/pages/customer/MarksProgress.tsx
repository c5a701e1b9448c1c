import type { Marks } from '../../../shared/domain/program/program.ts';
import type { MarkStanding } from '../../../shared/domain/standing/standing.ts';
import { BlockStack } from '../../kit/structure.ts';
import { ProgressBar, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

type Props = { readonly id: string; readonly marks: MarkStanding; readonly mechanic: Marks };

/** A card of marks in words: how many are on it, how far the next reward is, what is missing. */
export function MarksProgress({ id, marks: { set, used, deficit, ready, lapsesAt }, mechanic }: Props) {
  const words = useText().customer.standing;
  const format = useFormat();
  const next = mechanic.rewards.find((reward) => reward.marks > set);
  const of = next?.marks ?? mechanic.rewards.at(-1)?.marks ?? 1;
  return (
    <BlockStack gap="100">
      {lapsesAt !== undefined && <Text as="p">{words.rewardLapses(ready.length, format.dateTime(lapsesAt))}</Text>}
      <ProgressBar
        progress={Math.min(100, Math.floor((set * 100) / of))}
        size="small"
        tone="success"
        ariaLabelledBy={`marks-${id}`}
      />
      <Text as="p" id={`marks-${id}`} tone="subdued">
        {next === undefined ? words.marks(set) : words.marksOf(set, of)}
      </Text>
      {used > 0 && (
        <Text as="p" tone="subdued">
          {words.rewardsUsed(used)}
        </Text>
      )}
      {deficit > 0 && <Text as="p">{words.marksMissing(deficit)}</Text>}
    </BlockStack>
  );
}
