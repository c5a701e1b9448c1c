import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import { UnusedFields } from './UnusedFields.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';
import { warned } from './warned.tsx';

/** After how many items a reward comes, what it is worth, and what becomes of the rest (rules 2.4). */
export function NthItemFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <TextField
          label={fields.nthItems}
          helpText={fields.nthItemsHelp}
          inputMode="numeric"
          value={values.nthItems}
          onChange={(items) => set('nthItems', items)}
          onBlur={() => leave('nthItems')}
          error={faultOf('nthItems')}
          autoComplete="off"
        />
        <TextField
          label={fields.nthPercent}
          helpText={warned(editor, 'nthPercent', fields.nthPercentHelp)}
          suffix={fields.percentSuffix}
          inputMode="decimal"
          value={values.nthPercent}
          onChange={(percent) => set('nthPercent', percent)}
          onBlur={() => leave('nthPercent')}
          error={faultOf('nthPercent')}
          autoComplete="off"
        />
      </FormLayout.Group>
      <ChoiceList
        title={fields.surplus}
        choices={[
          { value: 'lapses', label: fields.surplusLapses },
          { value: 'carries', label: fields.surplusCarries },
        ]}
        selected={[values.surplus]}
        onChange={([chosen]) => set('surplus', chosen === 'carries' ? 'carries' : 'lapses')}
        error={faultOf('surplus')}
      />
      <ChoiceList
        title={fields.rewarded}
        choices={[
          { value: 'apart', label: fields.rewardedApart },
          { value: 'counts', label: fields.rewardedCounts },
        ]}
        selected={[values.rewarded]}
        onChange={([chosen]) => set('rewarded', chosen === 'counts' ? 'counts' : 'apart')}
        error={faultOf('rewarded')}
      />
      <UnusedFields editor={editor} />
    </FormLayout>
  );
}
