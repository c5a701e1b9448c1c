import { Checkbox, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

/** Whether dated notes are kept on the cards (rules 4), and what they are called. */
export function NotesFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  return (
    <FormLayout>
      <Checkbox
        label={fields.notes}
        helpText={fields.notesHelp}
        checked={values.notes === 'dated'}
        onChange={(isKept) => set('notes', isKept ? 'dated' : 'none')}
        error={faultOf('notes')}
      />
      {values.notes === 'dated' && (
        <TextField
          label={fields.notesLabel}
          helpText={fields.notesLabelHelp}
          value={values.notesLabel}
          onChange={(label) => set('notesLabel', label)}
          onBlur={() => leave('notesLabel')}
          error={faultOf('notesLabel')}
          autoComplete="off"
        />
      )}
    </FormLayout>
  );
}
