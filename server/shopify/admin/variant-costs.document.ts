import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { money } from './money.ts';

const answer = z.object({
  inventoryItem: z
    .object({
      unitCost: money.nullish(),
      variants: z
        .object({
          nodes: z.array(z.object({ id: z.string(), product: z.object({ id: z.string(), isGiftCard: z.boolean() }) })),
        })
        .nullable(),
    })
    .nullable(),
});

/** One inventory item may be behind several variants; whether they are gift cards their product says. */
export const variantCostsDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'VariantCosts',
  text: `query VariantCosts($id: ID!) {
    inventoryItem(id: $id) {
      unitCost { amount currencyCode } variants(first: 50) { nodes { id product { id isGiftCard } } }
    }
  }`,
  cost: 104,
  isRepeatable: true,
  answer,
};
