import type { StandingView } from '../../../shared/contract/api.ts';
import type { StepUp } from '../../../shared/domain/program/program.ts';
import { percentAt } from '../../../shared/domain/standing/step-up.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { BlockStack } from '../../kit/structure.ts';
import { ProgressBar, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

type Props = { readonly standing: StandingView['standing']; readonly mechanic: StepUp };

/** What the next purchases get, how far it is to the cap, and what a pause takes (rules 2.5). */
export function StepUpProgress({ standing, mechanic }: Props) {
  const text = useText();
  const { percent } = useFormat();
  const words = text.customer.standing;
  const { position, discountBp, givenBp, programId } = standing;
  const afterBp = Math.max(givenBp, percentAt(mechanic, position + 1));
  const isTop = percentAt(mechanic, position) === mechanic.capBp;
  const nextWords = () => {
    if (afterBp > discountBp) return words.nextPurchases(percent(discountBp), percent(afterBp));
    return isTop ? words.nextPurchaseTop(percent(discountBp)) : words.nextPurchase(percent(discountBp));
  };
  return (
    <BlockStack gap="100">
      <ProgressBar
        progress={shareDone(mechanic, position)}
        size="small"
        tone="success"
        ariaLabelledBy={`steps-${programId}`}
      />
      <Text as="p" id={`steps-${programId}`} tone="subdued">
        {nextWords()}
      </Text>
      {mechanic.decay !== null && (
        <Text as="p" tone="subdued">
          {pauseWords(mechanic.decay, text)}
        </Text>
      )}
    </BlockStack>
  );
}

function pauseWords({ days, to }: NonNullable<StepUp['decay']>, { common, customer }: Texts): string {
  const { pauseToStart, pauseStepsBack } = customer.standing;
  return (to === 'start' ? pauseToStart : pauseStepsBack)(common.days(days));
}

/** How much of the way from the start to the cap is behind, in whole percent. */
function shareDone(mechanic: StepUp, position: number): number {
  const { startBp, capBp } = mechanic;
  return Math.floor(((percentAt(mechanic, position) - startBp) * 100) / (capBp - startBp));
}
