import { found, laterThan, type ShopContext, toSecond } from '../context.ts';
import { gid } from '../gid.ts';
import { dropProduct, findVariant, keepProduct } from '../keep.ts';
import type { Instant, Product, Variant } from '../things.ts';
import { removeMetafieldsOf } from './set-metafield.ts';

export type AddVariant = {
  readonly title?: string;
  readonly sku?: string;
  readonly priceMinor: number;
  readonly compareAtMinor?: number | null;
  readonly unitCostMinor?: number | null;
  readonly taxable?: boolean;
};

export type AddProduct = {
  readonly title: string;
  readonly description?: string;
  readonly vendor?: string;
  readonly productType?: string;
  readonly tags?: readonly string[];
  readonly collections?: Product['collections'];
  readonly isGiftCard?: boolean;
  readonly image?: string | null;
  readonly variants: readonly AddVariant[];
  readonly at?: Instant;
};

const handleOf = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Puts a product on the shelves. */
export function addProduct(context: ShopContext, input: AddProduct): Product {
  const { state, now, nextId, emit } = context;
  const at = toSecond(input.at ?? now());
  const id = nextId();
  const isGiftCard = input.isGiftCard ?? false;
  const product: Product = {
    id,
    title: input.title,
    handle: handleOf(input.title),
    description: input.description ?? '',
    vendor: input.vendor ?? state.facts.name,
    productType: input.productType ?? '',
    tags: input.tags ?? [],
    collections: input.collections ?? [],
    isGiftCard,
    image: input.image ?? null,
    variants: input.variants.map((each) => variantOf(context, id, isGiftCard, each)),
    createdAt: at,
    updatedAt: at,
  };
  keepProduct(state, product);
  emit(at, [
    ['products/create', { kind: 'product', productId: id }],
    ...product.variants.map(
      (variant) => ['inventory_items/create', { kind: 'inventory_item', variantId: variant.id }] as const,
    ),
  ]);
  return product;
}

const variantOf = ({ nextId }: ShopContext, productId: number, isGiftCard: boolean, input: AddVariant): Variant => {
  const id = nextId();
  return {
    id,
    productId,
    inventoryItemId: nextId(),
    title: input.title ?? 'Default Title',
    sku: input.sku ?? `S-${String(id).slice(-6)}`,
    priceMinor: input.priceMinor,
    compareAtMinor: input.compareAtMinor ?? null,
    unitCostMinor: input.unitCostMinor ?? null,
    taxable: input.taxable ?? !isGiftCard,
    requiresShipping: !isGiftCard,
  };
};

type VariantChange = Partial<Pick<Variant, 'priceMinor' | 'compareAtMinor' | 'unitCostMinor' | 'sku'>>;

function changeVariant({ state }: ShopContext, variant: Variant, change: VariantChange, at: Instant): Variant {
  const product = found(state.products.get(variant.productId), `product ${variant.productId}`);
  const changed = { ...variant, ...change };
  const variants = product.variants.map((each) => (each.id === variant.id ? changed : each));
  keepProduct(state, { ...product, variants, updatedAt: laterThan(product.updatedAt, at) });
  return changed;
}

/** What the merchant pays for one, in minor units of the shop's currency; null: forgotten. */
export function setUnitCost(context: ShopContext, variantId: number, unitCostMinor: number | null): Variant {
  const at = context.now();
  const variant = found(findVariant(context.state, variantId), `variant ${variantId}`);
  const changed = changeVariant(context, variant, { unitCostMinor }, at);
  context.emit(at, [['inventory_items/update', { kind: 'inventory_item', variantId }]]);
  return changed;
}

/** A new price, and what it was before a sale. */
export function setPrice(
  context: ShopContext,
  variantId: number,
  priceMinor: number,
  compareAtMinor: number | null = null,
): Variant {
  const at = context.now();
  const variant = found(findVariant(context.state, variantId), `variant ${variantId}`);
  const changed = changeVariant(context, variant, { priceMinor, compareAtMinor }, at);
  context.emit(at, [['products/update', { kind: 'product', productId: variant.productId }]]);
  return changed;
}

/** Takes a product off the shelves; orders keep their lines. */
export function deleteProduct(context: ShopContext, productId: number): void {
  const product = found(context.state.products.get(productId), `product ${productId}`);
  dropProduct(context.state, product);
  removeMetafieldsOf(context, gid('Product', productId));
  for (const { id } of product.variants) removeMetafieldsOf(context, gid('ProductVariant', id));
  context.emit(context.now(), [['products/delete', { kind: 'product_deleted', productId }]]);
}
