import type { GuideStep, HomeView } from '../../../shared/contract/api.ts';
import { useStartImport } from '../../api/useImportsApi.ts';
import { Button } from '../../kit/controls.ts';
import { StepMark } from '../../kit/StepMark.tsx';
import { BlockStack, Box, Card, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { ProgressBar, Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { isEmbedded } from '../../session/app-bridge.ts';
import { useShopView, useText } from '../../session/shop.tsx';

/** What is left to do before regulars are served; gone when everything is done. */
export function GuideCard({ guide }: Pick<HomeView, 'guide'>) {
  const { home } = useText();
  const done = guide.filter((step) => step.done).length;
  if (done === guide.length) return null;
  const firstOpen = guide.find((step) => !step.done)?.step;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd" id="guide">
            {home.guide.title}
          </Text>
          <Text as="p" tone="subdued">
            {home.guide.progress(done, guide.length)}
          </Text>
          <ProgressBar
            progress={Math.round((done * 100) / guide.length)}
            size="small"
            tone="success"
            ariaLabelledBy="guide"
          />
        </BlockStack>
        {guide.map(({ step, done }) => (
          <Step key={step} step={step} isDone={done} isNext={step === firstOpen} />
        ))}
      </BlockStack>
    </Card>
  );
}

type StepProps = { readonly step: GuideStep; readonly isDone: boolean; readonly isNext: boolean };

function Step({ step, isDone, isNext }: StepProps) {
  const { guide } = useText().home;
  const words = guide.steps[step];
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <StepMark isDone={isDone} label={isDone ? guide.stepDone : guide.stepOpen} />
      <Box width="100%">
        <BlockStack gap="200">
          <Text
            as="h3"
            variant="bodyMd"
            fontWeight={isNext ? 'semibold' : 'regular'}
            tone={isDone ? 'subdued' : 'base'}
          >
            {words.title}
          </Text>
          {isNext && <Text as="p">{words.help}</Text>}
          {!isDone && (
            <InlineStack>
              <StepAction step={step} isNext={isNext} />
            </InlineStack>
          )}
        </BlockStack>
      </Box>
    </InlineStack>
  );
}

const STEP_PAGES = { publish_program: '/programs/new', emit_cards: '/cards', first_purchase: '/customers' } as const;

function StepAction({ step, isNext }: Omit<StepProps, 'isDone'>) {
  const words = useText().home.guide.steps[step];
  const { shop } = useShopView();
  if (step === 'import_history') return <ImportAction label={words.action} isNext={isNext} />;
  const variant = isNext ? 'primary' : 'tertiary';
  if (step !== 'place_card_field') {
    return (
      <Button variant={variant} url={STEP_PAGES[step]}>
        {words.action}
      </Button>
    );
  }
  // Only inside Shopify's admin is there a theme editor to go to.
  if (!isEmbedded()) return null;
  return (
    <Button variant={variant} url={`https://${shop}/admin/themes/current/editor?context=apps`} external>
      {words.action}
    </Button>
  );
}

function ImportAction({ label, isNext }: { readonly label: string; readonly isNext: boolean }) {
  const { imports } = useText().home;
  const start = useStartImport();
  const say = useToast();
  const sayFailure = useSayFailure();
  const begin = () => start.mutate(undefined, { onSuccess: () => say(imports.started), onError: sayFailure });
  return (
    <Button variant={isNext ? 'primary' : 'tertiary'} loading={start.isPending} onClick={begin}>
      {label}
    </Button>
  );
}
