import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { Screen } from '../../kit/Screen.tsx';
import { Segments } from '../../kit/Segments.tsx';
import { Sides } from '../../kit/Sides.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { OtherFaults } from '../../parts/OtherFaults.tsx';
import { UnsavedGuard } from '../../parts/UnsavedGuard.tsx';
import { useGo } from '../../route/useGo.ts';
import { useText } from '../../session/shop.tsx';
import { ExampleCard } from './ExampleCard.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { QuickForm } from './QuickForm.tsx';
import { type Step, stepOf } from './steps.ts';
import { useProgramEditor } from './useProgramEditor.ts';
import { Wizard } from './Wizard.tsx';

type Props = {
  readonly id: string | null;
  readonly title: string;
  readonly back: { readonly content: string; readonly url: string };
  readonly draft: ProgramDraft;
};

/**
 * Step by step for whoever does it once a year, all at once for the experienced; the same fields, draft and example.
 */
export function ProgramEditorScreen({ id, title, back, draft }: Props) {
  const { program } = useText();
  const editor = useProgramEditor({ id, draft });
  const [params, setParams] = useSearchParams();
  const [step, setStep] = useState<Step>('name');
  const [publishing, setPublishing] = useState<string | null>(null);
  const go = useGo();
  const isQuick = params.get('mode') === 'quick';
  const setMode = (mode: string) =>
    setParams(
      (seen) => {
        const next = new URLSearchParams(seen);
        next.set('mode', mode);
        return next;
      },
      { replace: true },
    );
  const whenSound = (then: () => void) => {
    const wrong = editor.faults[0];
    if (wrong === undefined) return then();
    editor.showAllFaults();
    setStep(stepOf(wrong.path) ?? step);
  };
  const publish = () => whenSound(() => editor.save((kept) => setPublishing(kept.id)));
  const simulate = () => whenSound(() => editor.save((kept) => go(`/simulations?program=${kept.id}`)));
  const keep = () => editor.save((kept) => go(`/programs/${kept.id}`));
  return (
    <Screen title={title} back={back}>
      <UnsavedGuard unsaved={editor.unsaved} />
      <BlockStack gap="400">
        <Segments
          label={program.modes.label}
          segments={[
            { id: 'wizard', title: program.modes.wizard },
            { id: 'quick', title: program.modes.quick },
          ]}
          selected={isQuick ? 'quick' : 'wizard'}
          onSelect={setMode}
        />
        {editor.isShowingAll && <OtherFaults faults={editor.faults} hasField={(path) => stepOf(path) !== null} />}
        <Sides side={<ExampleCard editor={editor} />}>
          {isQuick ? (
            <QuickForm editor={editor} onKeep={keep} onPublish={publish} />
          ) : (
            <Wizard
              editor={editor}
              step={step}
              onStep={setStep}
              onKeep={keep}
              onSimulate={simulate}
              onPublish={publish}
            />
          )}
        </Sides>
      </BlockStack>
      {publishing !== null && (
        <PublishDialog
          id={publishing}
          onDone={() => go(`/programs/${publishing}`)}
          onClose={() => (id === null ? go(`/programs/${publishing}`) : setPublishing(null))}
        />
      )}
    </Screen>
  );
}
