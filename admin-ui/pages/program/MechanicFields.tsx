import { canCap, canRoll, isRolling, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import { CapFields } from './CapFields.tsx';
import { LevelsFields } from './LevelsFields.tsx';
import { MarksFields } from './MarksFields.tsx';
import { NotesFields } from './NotesFields.tsx';
import { NthItemFields } from './NthItemFields.tsx';
import { ReferralFields } from './ReferralFields.tsx';
import { StepUpFields } from './StepUpFields.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';
import { warned } from './warned.tsx';

const MECHANICS: readonly ProgramDraft['mechanic'][] = ['fixed', 'levels', 'step_up', 'nth_item', 'marks'];

export function MechanicFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, faultOf } = editor;
  return (
    <FormLayout>
      <ChoiceList
        title={fields.mechanic}
        choices={[
          { value: 'fixed', label: fields.mechanicFixed },
          { value: 'levels', label: fields.mechanicLevels },
          { value: 'step_up', label: fields.mechanicStepUp },
          { value: 'nth_item', label: fields.mechanicNthItem },
          { value: 'marks', label: fields.mechanicMarks },
        ]}
        selected={[values.mechanic]}
        onChange={([chosen]) => chooseMechanic(editor, MECHANICS.find((each) => each === chosen) ?? 'fixed')}
        error={faultOf('mechanic')}
      />
      {values.mechanic === 'fixed' && <FixedField editor={editor} />}
      {values.mechanic === 'levels' && <LevelsFields editor={editor} />}
      {values.mechanic === 'step_up' && <StepUpFields editor={editor} />}
      {values.mechanic === 'nth_item' && <NthItemFields editor={editor} />}
      {values.mechanic === 'marks' && <MarksFields editor={editor} />}
      {canCap(values.mechanic) && <CapFields editor={editor} />}
      {values.membership === 'card' && <ReferralFields editor={editor} />}
      {values.membership === 'card' && <NotesFields editor={editor} />}
    </FormLayout>
  );
}

function FixedField({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  return (
    <TextField
      label={fields.fixedPercent}
      suffix={fields.percentSuffix}
      inputMode="decimal"
      value={values.fixedPercent}
      onChange={(percent) => set('fixedPercent', percent)}
      onBlur={() => leave('fixedPercent')}
      error={faultOf('fixedPercent')}
      helpText={warned(editor, 'fixedPercent')}
      autoComplete="off"
    />
  );
}

/** What cannot have a rolling window (rules 1) lets go of one that was chosen before. */
function chooseMechanic({ values, set }: ProgramEditor, mechanic: ProgramDraft['mechanic']): void {
  set('mechanic', mechanic);
  if (mechanic === 'marks') {
    set('scope', 'all');
    set('excluded', []);
  }
  if (!canRoll(mechanic) && isRolling(values.window)) set('window', 'lifetime');
}
