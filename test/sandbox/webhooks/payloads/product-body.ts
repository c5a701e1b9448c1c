import { gid } from '../../world/gid.ts';
import { moneyText } from '../../world/money.ts';
import type { Product, ShopFacts, Variant } from '../../world/things.ts';
import { restTime } from './rest-values.ts';

export const productBody = (facts: ShopFacts, product: Product): Record<string, unknown> => ({
  id: product.id,
  admin_graphql_api_id: gid('Product', product.id),
  title: product.title,
  handle: product.handle,
  body_html: product.description,
  vendor: product.vendor,
  product_type: product.productType,
  tags: product.tags.join(', '),
  status: 'active',
  published_scope: 'web',
  template_suffix: null,
  created_at: restTime(product.createdAt, facts),
  updated_at: restTime(product.updatedAt, facts),
  published_at: restTime(product.createdAt, facts),
  options: [],
  images: [],
  image: null,
  variants: product.variants.map((variant, i) => variantBody(facts, product, variant, i + 1)),
});

const variantBody = (facts: ShopFacts, product: Product, variant: Variant, position: number) => ({
  id: variant.id,
  admin_graphql_api_id: gid('ProductVariant', variant.id),
  product_id: product.id,
  inventory_item_id: variant.inventoryItemId,
  title: variant.title,
  sku: variant.sku,
  barcode: null,
  price: moneyText(variant.priceMinor, facts.currency),
  compare_at_price: variant.compareAtMinor === null ? null : moneyText(variant.compareAtMinor, facts.currency),
  position,
  taxable: variant.taxable,
  created_at: restTime(product.createdAt, facts),
  updated_at: restTime(product.updatedAt, facts),
});

export const inventoryItemBody = (facts: ShopFacts, product: Product, variant: Variant): Record<string, unknown> => ({
  id: variant.inventoryItemId,
  admin_graphql_api_id: gid('InventoryItem', variant.inventoryItemId),
  sku: variant.sku,
  cost: variant.unitCostMinor === null ? null : moneyText(variant.unitCostMinor, facts.currency),
  tracked: false,
  requires_shipping: variant.requiresShipping,
  country_code_of_origin: null,
  province_code_of_origin: null,
  harmonized_system_code: null,
  country_harmonized_system_codes: [],
  created_at: restTime(product.createdAt, facts),
  updated_at: restTime(product.updatedAt, facts),
});
