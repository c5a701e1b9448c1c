import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import type { GiftInput } from './input.ts';

/** One unit of a line for nothing. */
type Result = {
  readonly operations: readonly {
    readonly productDiscountsAdd: {
      readonly selectionStrategy: 'ALL';
      readonly candidates: readonly {
        readonly targets: readonly { readonly cartLine: { readonly id: string; readonly quantity: 1 } }[];
        readonly value: { readonly percentage: { readonly value: '100' } };
      }[];
    };
  }[];
};

/** The line whose unit is given away: of the product the dearest, of equal ones the first. Null: there is none. */
function giftOf({ cart, d }: GiftInput): string | null {
  const rules = d.m?.v;
  const gid = rules?.[0] === 1 ? `gid://shopify/Product/${rules[8]}` : null;
  let id: string | null = null;
  let most = 0;
  for (const { m, c, q, i } of cart.l) {
    // What is paid for a gift card is money for goods to come, so none is given away.
    if (m.p?.i !== gid || (m.m?.v as number) >= NEVER_DISCOUNTED) continue;
    const unit = Number(c.s.a) / q;
    if (!(unit > most)) continue;
    id = i;
    most = unit;
  }
  return id;
}

/**
 * The target `cart.lines.discounts.generate.run` of discounts by code that give a product away once (rules 2.6, 2.8).
 * Apart from the Function of the percentages, because reading what each line is of is dear (decision 0053).
 */
export function cartLinesDiscountsGenerateRun(input: GiftInput): Result {
  let id: string | null = null;
  try {
    id = giftOf(input);
  } catch {
    // A cart without its gift is a cart, and the gift stays ready; a Function that fails would be everybody's loss.
  }
  if (id === null) return { operations: [] };
  const candidates = [
    { targets: [{ cartLine: { id, quantity: 1 } }], value: { percentage: { value: '100' } } },
  ] as const;
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
}
