import type { Instant, ShopId, VariantId } from '../../../shared/domain/ids.ts';
import { defineStored, number, wholeNumber, wholeText } from '../define-stored.ts';

/** What a unit costs in minor units, and when that was said. */
export type VariantCostDoc = {
  readonly shop: ShopId;
  readonly variantId: VariantId;
  readonly costMinor: number | null;
  readonly toldAt: Instant;
};

export const storedVariantCosts = defineStored<VariantCostDoc>(
  'variantCosts',
  { variantId: wholeText, costMinor: number, toldAt: wholeNumber },
  [{ fields: { shop: 1, variantId: 1 }, options: { unique: true } }],
);
