import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import type { TriedCart } from './useTriedCart.ts';

/** Now, or the moment of an old quote with the entry of the journal that it named. */
export function WhenFields({ cart: { values, set, faultOf } }: { readonly cart: TriedCart }) {
  const { quoteWhy: words } = useText();
  const { timeZone } = useShopView();
  const fault = faultOf('time');
  return (
    <FormLayout>
      <ChoiceList
        title={words.when}
        choices={[
          { value: 'now', label: words.whenNow },
          { value: 'then', label: words.whenThen },
        ]}
        selected={[values.when]}
        onChange={([chosen]) => set('when', chosen === 'then' ? 'then' : 'now')}
      />
      {values.when === 'then' && (
        <>
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
          <TextField
            label={words.entry}
            inputMode="numeric"
            value={values.entry}
            onChange={(entry) => set('entry', entry)}
            error={faultOf('entry') === '' ? '' : words.entryWrong}
            helpText={words.entryHelp}
            autoComplete="off"
          />
        </>
      )}
    </FormLayout>
  );
}
