import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import type { TriedCart } from './useTriedCart.ts';

const WHENS = ['now', 'earlier', 'quote'] as const;

/** Now, an earlier moment, or an old quote by the reference that it names. */
export function WhenFields({ cart }: { readonly cart: TriedCart }) {
  const { quoteWhy: words } = useText();
  const { values, set, faultOf } = cart;
  const labels = { now: words.whenNow, earlier: words.whenThen, quote: words.whenQuote };
  return (
    <FormLayout>
      <ChoiceList
        title={words.when}
        choices={WHENS.map((value) => ({ value, label: labels[value] }))}
        selected={[values.when]}
        onChange={([chosen]) => set('when', WHENS.find((each) => each === chosen) ?? 'now')}
      />
      {values.when === 'earlier' && <MomentFields cart={cart} />}
      {values.when === 'quote' && (
        <TextField
          label={words.reference}
          value={values.reference}
          onChange={(reference) => set('reference', reference)}
          error={faultOf('reference') === '' ? '' : words.referenceWrong}
          helpText={words.referenceHelp}
          maxLength={60}
          autoComplete="off"
        />
      )}
    </FormLayout>
  );
}

function MomentFields({ cart: { values, set, faultOf } }: { readonly cart: TriedCart }) {
  const { quoteWhy: words } = useText();
  const { timeZone } = useShopView();
  const fault = faultOf('time');
  return (
    <FormLayout.Group condensed>
      <TextField
        label={words.day}
        type="date"
        value={values.day}
        onChange={(day) => set('day', day)}
        error={fault !== ''}
        autoComplete="off"
      />
      <TextField
        label={words.time}
        type="time"
        value={values.time}
        onChange={(time) => set('time', time)}
        error={fault === '' ? '' : words.timeWrong}
        helpText={words.timeHelp(timeZone)}
        autoComplete="off"
      />
    </FormLayout.Group>
  );
}
