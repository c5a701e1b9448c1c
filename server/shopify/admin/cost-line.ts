import { z } from 'zod';
import { parseCurrency } from '../../../shared/domain/money/currency.ts';
import { parseDecimal } from '../../../shared/domain/money/decimal.ts';
import { money } from './money.ts';

/** A variant, what it costs, and what checkout believes of that already. */
export const COST_LINE = `id product { id isGiftCard } inventoryItem { unitCost { amount currencyCode } }
  written: metafield(namespace: "$app", key: "cost") { value compareDigest }`;

export const costLine = z.object({
  product: z.object({ id: z.string(), isGiftCard: z.boolean() }),
  inventoryItem: z.object({ unitCost: money.nullish() }),
  written: z.object({ value: z.string(), compareDigest: z.string() }).nullish(),
});

/** Null where the amount has more digits than the currency: without a cost there is no floor, and none is guessed. */
export function costOf({ amount, currencyCode }: z.output<typeof money>): number | null {
  const currency = parseCurrency(currencyCode);
  const read = currency === null ? null : parseDecimal(amount, currency);
  return read?.ok === true ? read.value : null;
}
