import { UNUSED } from '../../../shared/domain/program/draft.ts';
import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

/** What becomes of a reward that is ready and that nobody uses (rules 1). */
export function UnusedFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  const labels = { with_window: fields.unusedWithWindow, days: fields.unusedDays, never: fields.unusedNever };
  return (
    <FormLayout>
      <ChoiceList
        title={fields.unused}
        choices={UNUSED.map((value) => ({ value, label: labels[value] }))}
        selected={[values.unused]}
        onChange={([chosen]) => set('unused', UNUSED.find((one) => one === chosen) ?? 'with_window')}
        error={faultOf('unused')}
      />
      {values.unused === 'days' && (
        <TextField
          label={fields.unusedAfter}
          helpText={fields.unusedAfterHelp}
          inputMode="numeric"
          value={values.unusedAfter}
          onChange={(days) => set('unusedAfter', days)}
          onBlur={() => leave('unusedAfter')}
          error={faultOf('unusedAfter')}
          autoComplete="off"
        />
      )}
    </FormLayout>
  );
}
