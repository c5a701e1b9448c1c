import { FormLayout, TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

const CAPS = ['orderCap', 'monthCap'] as const;

/**
 * What a percentage gives at most (rules 3.6): on one order, and to one customer in a month; and up to how much it is
 * added to those of other programs (rules 3.2).
 */
export function CapFields({ editor: { values, set, faultOf, leave } }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { currency } = useShopView();
  return (
    <FormLayout>
      {CAPS.map((cap) => (
        <TextField
          key={cap}
          label={fields[cap]}
          helpText={fields.capHelp}
          suffix={currency}
          inputMode="decimal"
          value={values[cap]}
          onChange={(amount) => set(cap, amount)}
          onBlur={() => leave(cap)}
          error={faultOf(cap)}
          autoComplete="off"
        />
      ))}
      <TextField
        label={fields.addedUpTo}
        helpText={fields.addedUpToHelp}
        suffix={fields.percentSuffix}
        inputMode="decimal"
        value={values.addedUpTo}
        onChange={(percent) => set('addedUpTo', percent)}
        onBlur={() => leave('addedUpTo')}
        error={faultOf('addedUpTo')}
        autoComplete="off"
      />
    </FormLayout>
  );
}
