/**
 * The pattern of a body that speaks of a Shopify customer: their number stands in it, not as a part of a longer one.
 * Numbers of other things may be equal; forgetting such a body too does no harm, keeping one would.
 */
export const speaksOfPattern = (shopifyCustomerId: string): string =>
  `(?<![0-9])${shopifyCustomerId.replaceAll(/\D/g, '') || 'none'}(?![0-9])`;

export const speaksOf = (body: string, shopifyCustomerId: string): boolean =>
  new RegExp(speaksOfPattern(shopifyCustomerId)).test(body);
