import { SCOPE_MAX } from '../../../shared/domain/program/read-scope.ts';
import { ChoiceList, FormLayout } from '../../kit/controls.ts';
import { Text } from '../../kit/words.ts';
import { ProductPicker } from '../../parts/ProductPicker.tsx';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

/** Which goods the program is about (rules 1): all or some, and in either case which ones never. */
export function ScopeFields({ editor }: { readonly editor: ProgramEditor }) {
  const { program } = useText();
  const { fields } = program;
  const { values, set, faultOf, leave } = editor;
  if (values.mechanic === 'marks' && values.scope === 'all' && values.excluded.length === 0)
    return <Text as="p">{program.scopeOfMarks}</Text>;
  return (
    <FormLayout>
      <ChoiceList
        title={fields.scope}
        choices={[
          { value: 'all', label: fields.scopeAll },
          { value: 'products', label: fields.scopeProducts, helpText: fields.scopeProductsHelp },
        ]}
        selected={[values.scope]}
        onChange={([chosen]) => set('scope', chosen === 'products' ? 'products' : 'all')}
        error={faultOf('scope')}
      />
      {values.scope === 'products' && (
        <ProductPicker
          label={fields.products}
          value={values.products}
          onChange={(ids) => set('products', ids)}
          onLeave={() => leave('products')}
          max={SCOPE_MAX}
          error={faultOf('products')}
        />
      )}
      <ProductPicker
        label={fields.excluded}
        help={fields.excludedHelp}
        value={values.excluded}
        onChange={(ids) => set('excluded', ids)}
        onLeave={() => leave('excluded')}
        max={SCOPE_MAX}
        error={faultOf('excluded')}
      />
    </FormLayout>
  );
}
