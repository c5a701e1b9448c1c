import { Button, Checkbox, FormLayout, TextField } from '../../kit/controls.ts';
import { DeleteIcon } from '../../kit/icons.ts';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { ProductPicker } from '../../parts/ProductPicker.tsx';
import { useShopView, useText } from '../../session/shop.tsx';
import { NAME_MAX, withProduct } from './read-tried.ts';
import type { TriedCart } from './useTriedCart.ts';

type Props = { readonly cart: TriedCart; readonly index: number };

/** One line of the cart: what, how many, at what price and cost. */
export function TriedLineFields({ cart, index }: Props) {
  const { quoteWhy: words } = useText();
  const { currency } = useShopView();
  const line = cart.values.lines[index];
  if (line === undefined) return null;
  const field = (name: 'name' | 'quantity' | 'price' | 'cost') => ({
    label: words[name],
    value: line[name],
    onChange: (text: string) => cart.setLine(index, { [name]: text }),
    error: cart.faultOf(`lines.${index}.${name}`),
    autoComplete: 'off',
  });
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {words.line(index + 1)}
        </Text>
        <Button
          icon={DeleteIcon}
          variant="tertiary"
          accessibilityLabel={words.remove(index + 1)}
          disabled={cart.values.lines.length === 1}
          onClick={() => cart.removeLine(index)}
        />
      </InlineStack>
      <FormLayout>
        <ProductPicker
          label={words.product}
          help={words.productHelp}
          value={line.productId === '' ? [] : [line.productId]}
          onChange={([id], seen) => {
            const product = seen.find((each) => each.id === id);
            if (id === undefined) cart.setLine(index, { productId: '' });
            else if (product !== undefined) cart.setLine(index, withProduct(product, currency));
          }}
          max={1}
        />
        <FormLayout.Group condensed>
          <TextField {...field('name')} maxLength={NAME_MAX} />
          <TextField {...field('quantity')} inputMode="numeric" />
        </FormLayout.Group>
        <FormLayout.Group condensed>
          <TextField {...field('price')} suffix={currency} inputMode="decimal" />
          <TextField {...field('cost')} suffix={currency} inputMode="decimal" helpText={words.costHelp} />
        </FormLayout.Group>
        <Checkbox
          label={words.isGiftCard}
          checked={line.isGiftCard}
          onChange={(isGiftCard) => cart.setLine(index, { isGiftCard })}
        />
      </FormLayout>
    </BlockStack>
  );
}
