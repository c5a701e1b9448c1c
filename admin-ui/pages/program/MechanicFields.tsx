import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import { LevelsFields } from './LevelsFields.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

export function MechanicFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  return (
    <FormLayout>
      <ChoiceList
        title={fields.mechanic}
        choices={[
          { value: 'fixed', label: fields.mechanicFixed },
          { value: 'levels', label: fields.mechanicLevels },
        ]}
        selected={[values.mechanic]}
        onChange={([chosen]) => set('mechanic', chosen === 'levels' ? 'levels' : 'fixed')}
        error={faultOf('mechanic')}
      />
      {values.mechanic === 'fixed' ? (
        <TextField
          label={fields.fixedPercent}
          suffix={fields.percentSuffix}
          inputMode="decimal"
          value={values.fixedPercent}
          onChange={(percent) => set('fixedPercent', percent)}
          onBlur={() => leave('fixedPercent')}
          error={faultOf('fixedPercent')}
          autoComplete="off"
        />
      ) : (
        <LevelsFields editor={editor} />
      )}
    </FormLayout>
  );
}
