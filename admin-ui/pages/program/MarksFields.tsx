import { ChoiceList, FormLayout } from '../../kit/controls.ts';
import { ProductPicker } from '../../parts/ProductPicker.tsx';
import { useText } from '../../session/shop.tsx';
import { MarkRewardsFields } from './MarkRewardsFields.tsx';
import { UnusedFields } from './UnusedFields.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

const LISTED_MAX = 50;
const PER = ['product', 'item', 'purchase'] as const;

/** Which products set marks, and what marks bring (rules 2.6). */
export function MarksFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  const labels = { product: fields.markPerProduct, item: fields.markPerItem, purchase: fields.markPerPurchase };
  return (
    <FormLayout>
      <ChoiceList
        title={fields.markPer}
        choices={PER.map((value) => ({ value, label: labels[value] }))}
        selected={[values.markPer]}
        onChange={([chosen]) => set('markPer', PER.find((one) => one === chosen) ?? 'product')}
        error={faultOf('markPer')}
      />
      {values.markPer !== 'purchase' && (
        <ProductPicker
          label={fields.markProducts}
          help={fields.markProductsHelp}
          value={values.markProducts}
          onChange={(products) => set('markProducts', products)}
          onLeave={() => leave('markProducts')}
          max={LISTED_MAX}
          error={faultOf('markProducts')}
        />
      )}
      <MarkRewardsFields editor={editor} />
      {values.markRewards.length > 1 && (
        <ChoiceList
          title={fields.markLower}
          choices={[
            { value: 'keeps', label: fields.markKeeps },
            { value: 'spends', label: fields.markSpends },
          ]}
          selected={[values.markLower]}
          onChange={([chosen]) => set('markLower', chosen === 'spends' ? 'spends' : 'keeps')}
          error={faultOf('markLower')}
        />
      )}
      <UnusedFields editor={editor} />
    </FormLayout>
  );
}
