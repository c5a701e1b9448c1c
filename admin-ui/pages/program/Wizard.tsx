import { useEffect, useRef } from 'react';
import { Button, ButtonGroup } from '../../kit/controls.ts';
import { StepList } from '../../kit/StepList.tsx';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import { DraftSummary } from './DraftSummary.tsx';
import { MechanicFields } from './MechanicFields.tsx';
import { NameFields } from './NameFields.tsx';
import { ScopeAndPlaces } from './ScopeAndPlaces.tsx';
import { faultsOn, STEPS, type Step } from './steps.ts';
import type { ProgramEditor } from './useProgramEditor.ts';
import { WindowFields } from './WindowFields.tsx';

type Props = {
  readonly editor: ProgramEditor;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onKeep: () => void;
  readonly onSimulate: () => void;
  readonly onPublish: () => void;
};

/**
 * One question at a time, each explained. A step with faults says so before it lets go on; going back is always free.
 */
export function Wizard({ editor, step, onStep, onKeep, onSimulate, onPublish }: Props) {
  const { program, simulations } = useText();
  const index = STEPS.indexOf(step);
  const heading = useFocusOnChange(step);
  const next = () => {
    const faults = faultsOn(step, editor.faults);
    if (faults.length > 0) editor.leave(...faults.map(({ path }) => path));
    else onStep(STEPS[index + 1] ?? step);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <StepList
          label={program.steps.label}
          steps={STEPS.map((id) => ({ id, title: program.steps[id] }))}
          current={step}
          onGo={(id) => onStep(STEPS.find((each) => each === id) ?? step)}
        />
        <div ref={heading} tabIndex={-1} className="kit-screen">
          <BlockStack gap="100">
            <Text as="span" tone="subdued" variant="bodySm">
              {program.steps.count(index + 1, STEPS.length)}
            </Text>
            <Text as="p">{program.explain[step]}</Text>
          </BlockStack>
        </div>
        <StepFields editor={editor} step={step} />
        <InlineStack align="space-between" gap="300">
          <Button disabled={index === 0} onClick={() => onStep(STEPS[index - 1] ?? step)}>
            {program.back}
          </Button>
          <ButtonGroup>
            <Button loading={editor.isSaving} onClick={onKeep}>
              {program.saveDraft}
            </Button>
            {step === 'publish' && (
              <Button disabled={editor.isChecking} loading={editor.isSaving} onClick={onSimulate}>
                {simulations.action}
              </Button>
            )}
            {step === 'publish' ? (
              <Button variant="primary" disabled={editor.isChecking} onClick={onPublish}>
                {program.publish.action}
              </Button>
            ) : (
              <Button variant="primary" disabled={editor.isChecking} onClick={next}>
                {program.next}
              </Button>
            )}
          </ButtonGroup>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function StepFields({ editor, step }: Pick<Props, 'editor' | 'step'>) {
  if (step === 'name') return <NameFields editor={editor} />;
  if (step === 'mechanic') return <MechanicFields editor={editor} />;
  if (step === 'scope') return <ScopeAndPlaces editor={editor} />;
  if (step === 'window') return <WindowFields editor={editor} />;
  return <DraftSummary editor={editor} />;
}

/** Brings keyboard and screen reader to the new step, not on first sight. */
function useFocusOnChange(step: Step) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) place.current?.focus();
    before.current = step;
  }, [step]);
  return place;
}
