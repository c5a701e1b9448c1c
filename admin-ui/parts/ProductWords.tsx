import type { ProductView } from '../../shared/contract/product.ts';
import { ProductIcon } from '../kit/icons.ts';
import { Badge, Text, Thumbnail } from '../kit/words.ts';
import { useFormat, useText } from '../session/shop.tsx';

/** Its picture, or a mark in its place; the title beside it says what it shows. */
export const ProductPicture = ({ product }: { readonly product: ProductView | null }) => (
  <Thumbnail source={product?.imageUrl ?? ProductIcon} alt="" size="small" />
);

/** Title, what it costs, and where it is not simply on sale. */
export function ProductWords({ product }: { readonly product: ProductView }) {
  const words = useText().products;
  const format = useFormat();
  const status = words.statuses[product.status];
  const { price } = product;
  const [from, to] = price === null ? ['', ''] : [format.money(price.minMinor), format.money(price.maxMinor)];
  return (
    <span className="kit-picked-words">
      <Text as="span" breakWord>
        {product.title} {status !== '' && <Badge>{status}</Badge>}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {from === to ? from : words.priceRange(from, to)}
      </Text>
    </span>
  );
}
