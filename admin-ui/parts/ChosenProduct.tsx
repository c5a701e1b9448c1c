import { Button } from '../kit/controls.ts';
import { DeleteIcon } from '../kit/icons.ts';
import { Badge, Text } from '../kit/words.ts';
import { useText } from '../session/shop.tsx';
import { ProductPicture, ProductWords } from './ProductWords.tsx';
import type { ProductName } from './useProductNames.ts';

type Props = { readonly id: string; readonly name: ProductName; readonly onRemove: () => void };

/** One of the chosen; a product that is gone in Shopify leaves a gap that says so and does no harm. */
export function ChosenProduct({ id, name, onRemove }: Props) {
  const words = useText().products;
  const isKnown = name !== 'gone' && name !== 'unknown';
  const title = isKnown ? name.title : words.numbered(id);
  return (
    <li className="kit-picked">
      <ProductPicture product={isKnown ? name : null} />
      {isKnown ? <ProductWords product={name} /> : <Unnamed id={id} isGone={name === 'gone'} />}
      <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={words.remove(title)} onClick={onRemove} />
    </li>
  );
}

function Unnamed({ id, isGone }: { readonly id: string; readonly isGone: boolean }) {
  const { products, common } = useText();
  return (
    <span className="kit-picked-words">
      <Text as="span" tone="subdued">
        {products.numbered(id)} {isGone && <Badge tone="warning">{products.gone}</Badge>}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {isGone ? products.goneHelp : common.loading}
      </Text>
    </span>
  );
}
