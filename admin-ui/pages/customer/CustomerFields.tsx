import type { CustomerForm } from '../../../shared/contract/api.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { FormLayout, Select, TextField } from '../../kit/controls.ts';
import { Card } from '../../kit/structure.ts';
import { useFaultAt } from '../../parts/faults.ts';
import type { Values } from '../../parts/useValues.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly form: Values<CustomerForm>; readonly faults: readonly Fault[] };
type TextFieldName = Exclude<keyof CustomerForm, 'gender'>;

/** Everything known of a person; an emptied field is unknown again. */
export function CustomerFields({ form, faults }: Props) {
  const { customer } = useText();
  const faultAt = useFaultAt();
  /** The server may name a field bare or below `details`. */
  const faultOf = (name: string) => faultAt(faults, name) || faultAt(faults, `details.${name}`);
  const field = (name: TextFieldName) => ({
    label: customer.fields[name],
    value: form.values[name] ?? '',
    error: faultOf(name),
    onChange: (value: string) => form.set(name, value === '' ? null : value),
    autoComplete: 'off',
  });
  return (
    <Card>
      <FormLayout>
        <FormLayout.Group>
          <TextField {...field('firstName')} />
          <TextField {...field('patronymic')} />
          <TextField {...field('surname')} />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextField {...field('email')} type="email" />
          <TextField {...field('phone')} type="tel" />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextField {...field('birthDate')} type="date" />
          <GenderField form={form} error={faultOf('gender')} />
          <TextField {...field('language')} helpText={customer.languageHelp} />
        </FormLayout.Group>
        <TextField {...field('address')} multiline={2} />
      </FormLayout>
    </Card>
  );
}

function GenderField({ form, error }: Pick<Props, 'form'> & { readonly error: string }) {
  const { customer } = useText();
  const { unknown, ...genders } = customer.genders;
  const options = Object.entries(genders).map(([value, label]) => ({ value, label }));
  return (
    <Select
      label={customer.fields.gender}
      options={[{ value: '', label: unknown }, ...options]}
      value={form.values.gender ?? ''}
      error={error}
      onChange={(value) =>
        form.set('gender', value === 'female' || value === 'male' || value === 'other' ? value : null)
      }
    />
  );
}
