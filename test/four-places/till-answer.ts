import type { TillCardView } from '../../shared/contract/till.ts';
import type { CheckoutCart, CheckoutLine } from '../function/checkout-cart.ts';
import { builtFunctions } from '../sandbox/storefront/deployed-function.ts';
import { createAppClient } from '../sandbox/till/app-client.ts';
import { quoteSale } from '../sandbox/till/quote-sale.ts';
import { emptySale } from '../sandbox/till/till-sale.ts';
import { keepProduct } from '../sandbox/world/keep.ts';
import type { Product } from '../sandbox/world/things.ts';
import { createWorld } from '../sandbox/world/world.ts';
import type { TestApp } from '../support/app.ts';
import { sessionToken } from '../support/signing.ts';
import type { Discounts } from './answers.ts';
import { CARD, type Place, productAt } from './places.ts';

/** Goods of their own for each line; what was typed in at the till has no cost. */
function productOf({ unitMinor, costMinor, kind }: CheckoutLine, id: number, variantId: number): Product {
  const variant = {
    id: variantId,
    productId: id,
    inventoryItemId: variantId,
    title: 'Default',
    sku: '',
    priceMinor: unitMinor,
  };
  return {
    id,
    title: `Goods ${id}`,
    handle: `goods-${id}`,
    description: '',
    vendor: '',
    productType: '',
    tags: [],
    collections: [],
    isGiftCard: kind === 'giftCard',
    image: null,
    variants: [
      {
        ...variant,
        compareAtMinor: null,
        unitCostMinor: kind === 'goods' ? costMinor : null,
        taxable: true,
        requiresShipping: true,
      },
    ],
    createdAt: 0,
    updatedAt: 0,
  };
}

/** The till scans the card, then asks the app over HTTP what the cart costs. */
export async function tillSays(app: TestApp, { shop }: Place, lines: CheckoutCart['lines']): Promise<Discounts> {
  const world = createWorld().addShop({ domain: shop, name: 'Till' });
  lines.forEach((line, i) => {
    keepProduct(world.state, productOf(line, Number(productAt(lines, i) ?? i + 1), i + 1));
  });
  const client = createAppClient(app.url, () => sessionToken(shop));
  const scanned = await client.get<TillCardView>(`/ext/cards/${CARD}`);
  if (!scanned.ok) throw new Error(scanned.sentence);
  const sale = lines.map(({ quantity }, i) => ({ variantId: i + 1, quantity }));
  const quoted = await quoteSale(client, world, builtFunctions, { ...emptySale, lines: sale, card: scanned.value });
  if (quoted.refusal !== null) throw new Error(quoted.refusal);
  return quoted.lines.map(({ discountMinor }) => discountMinor);
}
