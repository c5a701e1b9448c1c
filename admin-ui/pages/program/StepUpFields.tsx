import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';
import { warned } from './warned.tsx';

const DECAYS: readonly ProgramDraft['decay'][] = ['none', 'step_back', 'start'];

/** Start, step and cap of rules 2.5, and what a pause takes. */
export function StepUpFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  const typed = (name: 'startPercent' | 'stepPercent' | 'capPercent' | 'decayDays') => ({
    label: fields[name],
    value: values[name],
    onChange: (text: string) => set(name, text),
    onBlur: () => leave(name),
    error: faultOf(name),
    autoComplete: 'off',
  });
  const percent = { suffix: fields.percentSuffix, inputMode: 'decimal' } as const;
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <TextField {...typed('startPercent')} {...percent} helpText={fields.startPercentHelp} />
        <TextField {...typed('stepPercent')} {...percent} />
        <TextField {...typed('capPercent')} {...percent} helpText={warned(editor, 'capPercent')} />
      </FormLayout.Group>
      <ChoiceList
        title={fields.decay}
        choices={[
          { value: 'none', label: fields.decayNone },
          { value: 'step_back', label: fields.decayStepBack, helpText: fields.decayStepBackHelp },
          { value: 'start', label: fields.decayStart },
        ]}
        selected={[values.decay]}
        onChange={([chosen]) => set('decay', DECAYS.find((each) => each === chosen) ?? 'none')}
        error={faultOf('decay')}
      />
      {values.decay !== 'none' && (
        <TextField {...typed('decayDays')} inputMode="numeric" helpText={warned(editor, 'decayDays')} />
      )}
    </FormLayout>
  );
}
