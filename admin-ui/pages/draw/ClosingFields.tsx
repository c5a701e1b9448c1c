import { FormLayout, TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { FormPart } from './FormPart.tsx';
import { typedField } from './typed-field.ts';
import type { DrawForm } from './useDrawForm.ts';

/** When the list of lots is frozen. */
export function ClosingFields({ form }: { readonly form: DrawForm }) {
  const words = useText().draws.form;
  const { timeZone } = useShopView();
  return (
    <FormPart title={words.closesTitle}>
      <FormLayout>
        <FormLayout.Group condensed>
          <TextField
            {...typedField(form, 'closesDay')}
            label={words.closesDay}
            type="date"
            helpText={words.closesHelp(timeZone)}
          />
          <TextField {...typedField(form, 'closesTime')} label={words.closesTime} type="time" />
        </FormLayout.Group>
      </FormLayout>
    </FormPart>
  );
}
