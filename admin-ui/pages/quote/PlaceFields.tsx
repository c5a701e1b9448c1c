import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import type { TriedCart } from './useTriedCart.ts';

const CHANNELS = ['web', 'till'] as const;

/** Where the cart would be bought: programs may hold over one channel, or at some locations, only. */
export function PlaceFields({ cart: { values, set, faultOf } }: { readonly cart: TriedCart }) {
  const { quoteWhy: words, program } = useText();
  const labels = { web: program.fields.channelWeb, till: program.fields.channelTill };
  return (
    <FormLayout>
      <ChoiceList
        title={words.where}
        choices={CHANNELS.map((value) => ({ value, label: labels[value] }))}
        selected={[values.channel]}
        onChange={([chosen]) => set('channel', chosen === 'till' ? 'till' : 'web')}
      />
      {values.channel === 'till' && (
        <TextField
          label={words.location}
          helpText={words.locationHelp}
          value={values.location}
          onChange={(location) => set('location', location)}
          error={faultOf('location')}
          maxLength={60}
          autoComplete="off"
        />
      )}
    </FormLayout>
  );
}
