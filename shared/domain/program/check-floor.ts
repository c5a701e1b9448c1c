import type { Fault } from '../fault.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Mechanic } from './program.ts';

const WHOLE_BP = 10_000;
/** What goods of the usual margin cost the shop, as a share of their price: half of it. */
const USUAL_COST_BP = 5_000;

/** A percentage off a line, and the field it is typed in. */
type Given = { readonly path: string; readonly discountBp: BasisPoints };

function givenBy(mechanic: Mechanic): readonly Given[] {
  switch (mechanic.kind) {
    case 'fixed':
      return [{ path: 'fixedPercent', discountBp: mechanic.discountBp }];
    case 'levels':
      return mechanic.levels.map(({ discountBp }, i) => ({ path: `levels.${i}.percent`, discountBp }));
    case 'step_up':
      return [{ path: 'capPercent', discountBp: mechanic.capBp }];
    default:
      return [];
  }
}

/**
 * What contradicts the margin floor (rules 3.3) for certain: goods for nothing, since none whose cost is known may go
 * below it. `marginBp` null: the shop has no floor.
 */
export function underFloor(mechanic: Mechanic, marginBp: BasisPoints | null): readonly Fault[] {
  if (marginBp === null) return [];
  return givenBy(mechanic).flatMap(({ path, discountBp }): Fault[] =>
    discountBp >= WHOLE_BP ? [{ path, code: 'discount_under_floor', facts: { marginBp } }] : [],
  );
}

/** The share of the price that goods may cost at the most and still be given so much of in full, rounded down. */
export const costAtMostBp = (discountBp: BasisPoints, marginBp: BasisPoints): BasisPoints =>
  Math.floor(((WHOLE_BP - discountBp) * WHOLE_BP) / (WHOLE_BP + marginBp));

/**
 * Where the floor would cut goods of the usual margin already, which cost half their price. No fault: the shop's own
 * goods may be cheaper, and we do not keep their costs. A reward (rules 2.4) may be all of its item's price.
 */
export function cutByFloor(mechanic: Mechanic, marginBp: BasisPoints | null): readonly Fault[] {
  if (marginBp === null || underFloor(mechanic, marginBp).length > 0) return [];
  const isCut = (discountBp: BasisPoints) => costAtMostBp(discountBp, marginBp) < USUAL_COST_BP;
  if (mechanic.kind === 'nth_item') {
    const ofItemBp = Math.min(WHOLE_BP, mechanic.items * mechanic.shareBp);
    return isCut(ofItemBp) ? [{ path: 'nthPercent', code: 'floor_cuts_reward', facts: { marginBp } }] : [];
  }
  return givenBy(mechanic).flatMap(({ path, discountBp }): Fault[] => {
    const facts = { discountBp, marginBp, costBp: costAtMostBp(discountBp, marginBp) };
    return isCut(discountBp) ? [{ path, code: 'floor_cuts_discount', facts }] : [];
  });
}
