import type { Channel } from '../../../shared/domain/purchase/purchase.ts';
import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { FormPart } from './FormPart.tsx';
import { typedField } from './typed-field.ts';
import type { DrawForm } from './useDrawForm.ts';

type Props = { readonly form: DrawForm };

const CHANNELS: readonly Channel[] = ['web', 'till', 'other'];

/** What they must have bought, and whether more purchases bring more lots. */
export function BoughtFields({ form }: Props) {
  const words = useText().draws.form;
  const { bought, lots } = form.values;
  return (
    <>
      <FormPart title={words.bought}>
        <ChoiceList
          title={words.bought}
          titleHidden
          choices={Object.entries(words.boughts).map(([value, label]) => ({ value, label }))}
          selected={[bought]}
          onChange={([chosen]) => form.set('bought', chosen === 'yes' ? 'yes' : 'no')}
        />
        {bought === 'yes' && <PeriodFields form={form} />}
      </FormPart>
      <FormPart title={words.lotsTitle}>
        <ChoiceList
          title={words.lots}
          titleHidden
          choices={Object.entries(words.lotsOf).map(([value, label]) => ({ value, label }))}
          selected={[lots]}
          onChange={([chosen]) => form.set('lots', chosen === 'purchases' ? 'purchases' : 'holder')}
          error={form.faultOf('lots')}
        />
        {lots === 'purchases' && <TextField {...typedField(form, 'lotPer')} label={words.lotPer} inputMode="numeric" />}
      </FormPart>
    </>
  );
}

function PeriodFields({ form }: Props) {
  const { draws, customer } = useText();
  const words = draws.form;
  const { currency } = useShopView();
  const { values } = form;
  const hasBoth = values.purchases.trim() !== '' && values.spent.trim() !== '';
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <TextField {...typedField(form, 'fromDay')} label={words.fromDay} type="date" />
        <TextField {...typedField(form, 'toDay')} label={words.toDay} type="date" />
      </FormLayout.Group>
      <FormLayout.Group condensed>
        <TextField
          {...typedField(form, 'purchases')}
          label={words.purchases}
          helpText={words.optional}
          inputMode="numeric"
        />
        <TextField
          {...typedField(form, 'spent')}
          label={words.spent}
          helpText={words.optional}
          suffix={currency}
          inputMode="decimal"
        />
      </FormLayout.Group>
      {hasBoth && (
        <ChoiceList
          title={words.reachedBy}
          choices={Object.entries(words.reachedBys).map(([value, label]) => ({ value, label }))}
          selected={[values.reachedBy]}
          onChange={([chosen]) => form.set('reachedBy', chosen === 'all' ? 'all' : 'any')}
        />
      )}
      <ChoiceList
        title={words.channels}
        allowMultiple
        choices={CHANNELS.map((value) => ({ value, label: customer.sales.channels[value] }))}
        selected={[...values.channels]}
        onChange={(chosen) =>
          form.set(
            'channels',
            CHANNELS.filter((channel) => chosen.includes(channel)),
          )
        }
      />
      <TextField {...typedField(form, 'locations')} label={words.locations} helpText={words.locationsHelp} />
    </FormLayout>
  );
}
