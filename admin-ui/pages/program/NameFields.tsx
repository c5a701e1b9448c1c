import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

export function NameFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { currency } = useShopView();
  const { values, set, faultOf, leave } = editor;
  return (
    <FormLayout>
      <TextField
        label={fields.name}
        helpText={fields.nameHelp}
        value={values.name}
        onChange={(name) => set('name', name)}
        onBlur={() => leave('name')}
        error={faultOf('name')}
        maxLength={100}
        autoComplete="off"
      />
      <ChoiceList
        title={fields.membership}
        choices={[
          { value: 'everyone', label: fields.membershipEveryone, helpText: fields.membershipEveryoneHelp },
          { value: 'card', label: fields.membershipCard, helpText: fields.membershipCardHelp },
        ]}
        selected={[values.membership]}
        onChange={([chosen]) => set('membership', chosen === 'card' ? 'card' : 'everyone')}
        error={faultOf('membership')}
      />
      {values.membership === 'card' && (
        <TextField
          label={fields.cardFrom}
          helpText={fields.cardFromHelp}
          suffix={currency}
          inputMode="decimal"
          value={values.cardFrom}
          onChange={(amount) => set('cardFrom', amount)}
          onBlur={() => leave('cardFrom')}
          error={faultOf('cardFrom')}
          autoComplete="off"
        />
      )}
      {values.membership === 'card' && (
        <ChoiceList
          title={fields.earlier}
          choices={[
            { value: 'ignored', label: fields.earlierIgnored, helpText: fields.earlierIgnoredHelp },
            { value: 'count', label: fields.earlierCount },
          ]}
          selected={[values.earlier]}
          onChange={([chosen]) => set('earlier', chosen === 'count' ? 'count' : 'ignored')}
          error={faultOf('earlier')}
        />
      )}
    </FormLayout>
  );
}
