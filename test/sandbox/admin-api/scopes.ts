/** What a root field needs; one that is not in the table needs nothing. `write_…` lets read too. */
const NEEDS: Readonly<Record<string, string>> = {
  order: 'read_orders',
  orders: 'read_orders',
  ordersCount: 'read_orders',
  refund: 'read_orders',
  customer: 'read_customers',
  customers: 'read_customers',
  customersCount: 'read_customers',
  customerByIdentifier: 'read_customers',
  discountNode: 'read_discounts',
  discountNodes: 'read_discounts',
  discountAutomaticAppCreate: 'write_discounts',
  discountAutomaticAppUpdate: 'write_discounts',
  discountAutomaticDelete: 'write_discounts',
  codeDiscountNodeByCode: 'read_discounts',
  discountRedeemCodeBulkCreation: 'read_discounts',
  discountCodeAppCreate: 'write_discounts',
  discountCodeDelete: 'write_discounts',
  discountRedeemCodeBulkAdd: 'write_discounts',
  discountCodeRedeemCodeBulkDelete: 'write_discounts',
  product: 'read_products',
  products: 'read_products',
  productVariant: 'read_products',
  productVariants: 'read_products',
  inventoryItem: 'read_inventory',
  inventoryItems: 'read_inventory',
  location: 'read_locations',
  locations: 'read_locations',
};

/** What writing a metafield of an owner needs. */
export const METAFIELD_NEEDS: Readonly<Record<string, string>> = {
  Customer: 'write_customers',
  Order: 'write_orders',
  Product: 'write_products',
  ProductVariant: 'write_products',
  DiscountNode: 'write_discounts',
  DiscountAutomaticNode: 'write_discounts',
  DiscountCodeNode: 'write_discounts',
};

export function allows(granted: readonly string[], needed: string): boolean {
  return granted.includes(needed) || granted.includes(needed.replace(/^read_/, 'write_'));
}

/** The scope that is missing for a root field; null when none is. */
export function missingScope(granted: readonly string[], field: string): string | null {
  const needed = NEEDS[field];
  return needed === undefined || allows(granted, needed) ? null : needed;
}
