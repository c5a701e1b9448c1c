import { Button, FormLayout, InlineError, TextField } from '../../kit/controls.ts';
import { DeleteIcon } from '../../kit/icons.ts';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { useText } from '../../session/shop.tsx';
import { FormPart } from './FormPart.tsx';
import { typedField } from './typed-field.ts';
import type { DrawForm } from './useDrawForm.ts';

type Props = { readonly form: DrawForm };

/** What the draw is called, and what is to be won. */
export function PrizeFields({ form }: Props) {
  const words = useText().draws.form;
  const { prizes } = form.values;
  const all = form.faultOf('prizes');
  return (
    <>
      <FormPart title={words.name}>
        <TextField
          {...typedField(form, 'name')}
          label={words.name}
          labelHidden
          helpText={words.nameHelp}
          maxLength={100}
        />
      </FormPart>
      <FormPart title={words.prizesTitle}>
        <BlockStack gap="300">
          {prizes.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a prize is known by its place
            <PrizeRow key={index} form={form} index={index} />
          ))}
          {all !== '' && <InlineError message={all} fieldID="prizes" />}
          <InlineStack>
            <Button onClick={() => form.set('prizes', [...prizes, { name: '', count: '1' }])}>{words.addPrize}</Button>
          </InlineStack>
        </BlockStack>
      </FormPart>
    </>
  );
}

function PrizeRow({ form, index }: Props & { readonly index: number }) {
  const words = useText().draws.form;
  const { prizes } = form.values;
  const prize = prizes[index] ?? { name: '', count: '' };
  const field = (name: 'name' | 'count') => ({
    value: prize[name],
    onChange: (value: string) =>
      form.set(
        'prizes',
        prizes.map((each, at) => (at === index ? { ...each, [name]: value } : each)),
      ),
    onBlur: () => form.leave(`prizes.${index}.${name}`),
    error: form.faultOf(`prizes.${index}.${name}`),
    autoComplete: 'off',
  });
  const remove = () =>
    form.set(
      'prizes',
      prizes.filter((_, at) => at !== index),
    );
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <TextField {...field('name')} label={words.prize} maxLength={100} />
        <TextField
          {...field('count')}
          label={words.count}
          inputMode="numeric"
          connectedRight={
            <Button
              icon={DeleteIcon}
              accessibilityLabel={words.removePrize(prize.name || words.prizeNumber(index + 1))}
              disabled={prizes.length === 1}
              onClick={remove}
            />
          }
        />
      </FormLayout.Group>
    </FormLayout>
  );
}
