import { gid } from '../../world/gid.ts';
import type { Product, Variant } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { connection, type PageArgs } from '../connection.ts';
import { dateTime, decimal, moneyV2 } from '../values.ts';
import { metafieldFields } from './metafield.resolvers.ts';

const productOf = ({ productId }: Variant, { shop }: AdminContext): Product => {
  const product = shop.state.products.get(productId);
  if (product === undefined) throw new Error(`a variant without its product ${productId}`);
  return product;
};
const currencyOf = ({ shop }: AdminContext): string => shop.state.facts.currency;
const updatedAt = (variant: Variant, _args: never, context: AdminContext) =>
  dateTime(productOf(variant, context).updatedAt);

export const productResolvers: Resolvers = {
  Product: {
    id: ({ id }: Product) => gid('Product', id),
    legacyResourceId: ({ id }: Product) => id,
    title: ({ title }: Product) => title,
    handle: ({ handle }: Product) => handle,
    vendor: ({ vendor }: Product) => vendor,
    productType: ({ productType }: Product) => productType,
    tags: ({ tags }: Product) => tags,
    status: () => 'ACTIVE',
    isGiftCard: ({ isGiftCard }: Product) => isGiftCard,
    featuredMedia: ({ id }: Product, _args: never, { shop, url }: AdminContext) => {
      const image = { url: `${url}/shops/${shop.state.facts.domain}/images/${id}.svg` };
      return { __typename: 'MediaImage', preview: { image } };
    },
    priceRangeV2: ({ variants }: Product, _args: never, context: AdminContext) => {
      const prices = variants.map(({ priceMinor }) => priceMinor);
      const money = (minor: number) => moneyV2(minor, currencyOf(context));
      return { minVariantPrice: money(Math.min(...prices)), maxVariantPrice: money(Math.max(...prices)) };
    },
    createdAt: ({ createdAt }: Product) => dateTime(createdAt),
    updatedAt: ({ updatedAt: at }: Product) => dateTime(at),
    inCollection: ({ collections }: Product, { id }: { readonly id: string }) =>
      collections.some((each) => gid('Collection', each.id) === id),
    variants: ({ variants }: Product, args: PageArgs, context: AdminContext) => connection(context, variants, args),
    ...metafieldFields(({ id }: Product) => gid('Product', id)),
  },
  ProductVariant: {
    id: ({ id }: Variant) => gid('ProductVariant', id),
    legacyResourceId: ({ id }: Variant) => id,
    title: ({ title }: Variant) => title,
    displayName: (variant: Variant, _args: never, context: AdminContext) =>
      `${productOf(variant, context).title} - ${variant.title}`,
    sku: ({ sku }: Variant) => sku,
    price: ({ priceMinor }: Variant, _args: never, context: AdminContext) => decimal(priceMinor, currencyOf(context)),
    compareAtPrice: ({ compareAtMinor }: Variant, _args: never, context: AdminContext) =>
      compareAtMinor === null ? null : decimal(compareAtMinor, currencyOf(context)),
    taxable: ({ taxable }: Variant) => taxable,
    product: (variant: Variant, _args: never, context: AdminContext) => productOf(variant, context),
    inventoryItem: (variant: Variant) => variant,
    createdAt: (variant: Variant, _args: never, context: AdminContext) =>
      dateTime(productOf(variant, context).createdAt),
    updatedAt,
    ...metafieldFields(({ id }: Variant) => gid('ProductVariant', id)),
  },
  InventoryItem: {
    id: ({ inventoryItemId }: Variant) => gid('InventoryItem', inventoryItemId),
    legacyResourceId: ({ inventoryItemId }: Variant) => inventoryItemId,
    sku: ({ sku }: Variant) => sku,
    tracked: () => false,
    requiresShipping: ({ requiresShipping }: Variant) => requiresShipping,
    unitCost: ({ unitCostMinor }: Variant, _args: never, context: AdminContext) =>
      unitCostMinor === null ? null : moneyV2(unitCostMinor, currencyOf(context)),
    variants: (variant: Variant, args: PageArgs, context: AdminContext) => connection(context, [variant], args),
    createdAt: (variant: Variant, _args: never, context: AdminContext) =>
      dateTime(productOf(variant, context).createdAt),
    updatedAt,
  },
};
