import type { SimulationView } from '../../../shared/contract/simulation.ts';
import { useCancelSimulation } from '../../api/useSimulationsApi.ts';
import { Button } from '../../kit/controls.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { ProgressBar, Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useFormat, useText } from '../../session/shop.tsx';

/** How far it is, and the way out of it. */
export function ProgressCard({ view }: { readonly view: SimulationView }) {
  const words = useText().simulations.progress;
  const { percent } = useFormat();
  const isWaiting = view.state === 'waiting';
  const wholePercent = Math.floor(view.doneBp / 100);
  return (
    <Card>
      <BlockStack gap="300">
        <div aria-live="polite">
          <Text as="p" fontWeight="medium" id="progress">
            {isWaiting ? words.waiting : words[view.stage]}
          </Text>
        </div>
        <ProgressBar progress={isWaiting ? 0 : wholePercent} ariaLabelledBy="progress" />
        <Text as="p" tone="subdued">
          {percent(wholePercent * 100)} · {words.stays}
        </Text>
        <InlineStack>
          <CancelButton id={view.id} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** Nothing is lost that cannot be had again, so it is not asked first. */
function CancelButton({ id }: Pick<SimulationView, 'id'>) {
  const words = useText().simulations.progress;
  const cancel = useCancelSimulation(id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    cancel.mutate(undefined, {
      onSuccess: ({ state }) => {
        if (state === 'cancelled') say(words.cancelled);
      },
      onError: sayFailure,
    });
  return (
    <Button loading={cancel.isPending} onClick={send}>
      {words.cancel}
    </Button>
  );
}
