import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentOf } from '../../../shared/domain/money/percent.ts';
import type { NthItem } from '../../../shared/domain/program/program.ts';
import type { OrderLine, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { lineDiscount } from '../../../shared/domain/quote/line-discount.ts';
import type { CartLine } from '../../../shared/domain/quote/quote.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { rewardFigures } from '../../../shared/domain/quote/reward-figures.ts';
import type { RewardsOwed } from '../../../shared/domain/quote/rewards.ts';
import { walkBasket } from '../../../shared/domain/quote/walk-basket.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
import type { RewardStanding } from '../../../shared/domain/standing/standing.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { nthItem, PROGRAM } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId, refundId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const owed: fc.Arbitrary<RewardsOwed> = fc
  .record({
    after: fc.integer({ min: 1, max: 5 }),
    shareBp: fc.constantFrom(1, 500, 1_000, 5_000, 10_000),
    deficit: fc.constantFrom(0, 0, 0, 1, 7),
    readyMinor: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 3 }),
    carries: fc.boolean(),
    counts: fc.boolean(),
    begun: fc.nat(4),
    countedMinor: fc.nat(900),
  })
  .map(({ begun, countedMinor, ...rest }) => {
    const progress = rest.deficit > 0 ? 0 : begun % rest.after;
    return { ...rest, progress, countedMinor: progress === 0 ? 0 : countedMinor };
  });

const cart: fc.Arbitrary<readonly CartLine[]> = fc
  .array(
    fc.record({
      quantity: fc.constantFrom(1, 1, 1, 2, 3, 9, 40),
      priceMinor: fc.constantFrom(0, 1, 100, 100, 250, 333),
      more: fc.nat(8),
      floorPart: fc.constantFrom(0, 0, 0, 50, 100, 120),
    }),
    { maxLength: 6 },
  )
  .map((lines) =>
    lines.map(({ quantity, priceMinor, more, floorPart }, i) => {
      const amountMinor = quantity * priceMinor + more;
      return { id: String(i + 1), quantity, amountMinor, floorMinor: Math.floor((amountMinor * floorPart) / 100) };
    }),
  );

/** The rule word by word, one unit after the other. */
function byTheWord(lines: readonly CartLine[], said: RewardsOwed) {
  let units = lines.flatMap(({ quantity, amountMinor }, line) =>
    Array.from({ length: quantity }, (_, i) => ({
      line,
      price: Math.floor(amountMinor / quantity) + (i < amountMinor % quantity ? 1 : 0),
    })),
  );
  const state = { ...said, readyMinor: [...said.readyMinor] };
  const taken = new Map<number, { count: number; discountMinor: number }>();
  const take = (pick: (a: number, b: number) => boolean) => {
    let best = units[0] as (typeof units)[number];
    for (const unit of units) if (pick(unit.price, best.price)) best = unit;
    units = units.filter((unit) => unit !== best);
    return best;
  };
  const count = (price: number) => {
    if (state.deficit > 0) {
      state.deficit -= 1;
      return;
    }
    state.progress += 1;
    state.countedMinor += price;
    if (state.progress < said.after) return;
    const worth = percentOf(state.countedMinor, said.shareBp);
    if (worth > 0) state.readyMinor.push(worth);
    state.progress = 0;
    state.countedMinor = 0;
  };
  while (units.length > 0) {
    const isFree = units.every(({ price }) => price === 0);
    let worth = isFree ? undefined : state.readyMinor.shift();
    if (worth === undefined) {
      count(take((a, b) => a < b).price);
      continue;
    }
    const goesOn = (i: number, left: number) =>
      units.some(({ price }) => price > 0) && (i === 0 || (said.carries && left > 0));
    for (let i = 0; goesOn(i, worth); i += 1) {
      const unit = take((a, b) => a > b);
      const given = Math.min(worth, unit.price);
      const known = taken.get(unit.line) ?? { count: 0, discountMinor: 0 };
      taken.set(unit.line, { count: known.count + (i === 0 ? 1 : 0), discountMinor: known.discountMinor + given });
      if (i > 0 || said.counts) count(unit.price - given);
      worth -= given;
    }
  }
  const flat = lines.flatMap((_, i) => [taken.get(i)?.count ?? 0, taken.get(i)?.discountMinor ?? 0]);
  return { taken: flat, owed: state };
}

const walk = (lines: readonly CartLine[], figures: number[]) =>
  walkBasket(
    lines.map(({ quantity }) => quantity),
    lines.map(({ amountMinor }) => amountMinor),
    figures,
  );

const bookedLine = ({ id, quantity, amountMinor }: CartLine, discountMinor: number, reward: OrderLine['reward']) =>
  aLine({
    lineId: lineId(id),
    quantity,
    amountMinor: amountMinor - discountMinor,
    ...(reward === undefined ? {} : { reward }),
  });

/** The cart as an order tells it once it is paid with what it was quoted. */
function booked(n: number, lines: readonly CartLine[], claim: RewardsOwed | null): Purchase {
  const quote = quoteCart(lines, [], claim === null ? null : { ...claim, programId: PROGRAM });
  const orderLines = lines.map((line) => {
    const found = quote.lines.find(({ id }) => id === line.id);
    const reward = found?.rewards && { ...found.rewards, givenMinor: found.discountMinor };
    return bookedLine(line, found?.discountMinor ?? 0, reward);
  });
  return aPurchase({ orderId: orderId(String(n)), processedAt: at('2026-01-10') + n * 1000, lines: orderLines });
}

const mechanics = fc.record({ items: fc.integer({ min: 1, max: 5 }), share: fc.constantFrom(5, 10, 50, 100) });
const programOf = ({ items, share }: { items: number; share: number }, said: Partial<NthItem> = {}) =>
  nthItem(`${items} → ${share} %`, said);

const rewardsOf = (program: ReturnType<typeof nthItem>, purchases: readonly Purchase[]): RewardStanding =>
  evaluate(program, facts({ purchases }), at('2026-12-01')).rewards as RewardStanding;

const claimOf = (program: ReturnType<typeof nthItem>, purchases: readonly Purchase[]) =>
  rewardClaimOf(evaluateAll([program], facts({ purchases }), at('2026-12-01'))) as RewardsOwed;

describe('the n-th item, whatever is bought', () => {
  it('is taken many units at once as if they had been taken one by one', () => {
    fc.assert(
      fc.property(cart, owed, (lines, said) => {
        const goods = lines.filter(({ quantity }) => quantity > 0);
        const figures = rewardFigures(said);
        const taken = walk(goods, figures);
        const word = byTheWord(goods, said);
        same([taken, figures], [word.taken, rewardFigures(word.owed)]);
      }),
      runs(41),
    );
  });

  it('gives no line more than its price leaves over the floor, and never less than the percentage would', () => {
    fc.assert(
      fc.property(cart, owed, fc.constantFrom(0, 300, 5_000), (lines, said, bp) => {
        const claims = [{ programId: PROGRAM, discountBp: bp }];
        const quote = quoteCart(lines, claims, { ...said, programId: PROGRAM });
        expect(quote.lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0)).toBe(quote.totalMinor);
        expect(new Set(quote.lines.map(({ id }) => id)).size).toBe(quote.lines.length);
        for (const line of lines) {
          const found = quote.lines.find(({ id }) => id === line.id);
          const discountMinor = found?.discountMinor ?? 0;
          const least = lineDiscount(line.amountMinor, line.floorMinor, bp);
          const most = Math.max(0, line.amountMinor - line.floorMinor);
          const isRight = discountMinor >= least && discountMinor <= most;
          same([isRight, (found?.rewards?.count ?? 0) <= line.quantity], [true, true]);
        }
      }),
      runs(42),
    );
  });

  it('leaves the holder where the basket said it would, purchase by purchase', () => {
    const bought = fc.array(cart, { maxLength: 5 });
    fc.assert(
      fc.property(bought, mechanics, (carts, said) => {
        const program = programOf(said);
        const purchases: Purchase[] = [];
        for (const [n, lines] of carts.entries()) {
          const free = lines.map((line) => ({ ...line, floorMinor: 0 }));
          const claim = claimOf(program, purchases);
          const after = rewardFigures(claim);
          walk(free, after);
          purchases.push(booked(n + 1, free, claim));
          const standing = rewardsOf(program, purchases);
          if (standing.ready > standing.readyMinor.length) return;
          same(rewardFigures(standing), after);
        }
      }),
      runs(43),
    );
  });

  it('uses no reward twice: used times n never exceeds the items by more than the deficit that is shown', () => {
    const back = fc.array(fc.record({ order: fc.nat(4), line: fc.nat(5), quantity: fc.nat(9) }), { maxLength: 4 });
    const options = fc.record({
      surplus: fc.constantFrom('lapses', 'carries'),
      rewarded: fc.constantFrom('apart', 'counts'),
    });
    fc.assert(
      fc.property(fc.array(cart, { maxLength: 5 }), mechanics, options, back, (carts, said, chosen, returned) => {
        const program = programOf(said, chosen as Partial<NthItem>);
        const purchases: Purchase[] = [];
        for (const [n, lines] of carts.entries()) purchases.push(booked(n + 1, lines, claimOf(program, purchases)));
        const after = purchases.map((purchase, n) => ({
          ...purchase,
          refunds: returned
            .filter(({ order }) => order === n)
            .map(({ line, quantity }, i) =>
              aRefund({
                refundId: refundId(`${n}0${i}`),
                orderId: purchase.orderId,
                processedAt: at('2026-02-01'),
                lines: [{ lineId: lineId(String(line + 1)), quantity }],
              }),
            ),
        }));
        const standing = rewardsOf(program, after);
        const { counted, used, deficit, progress, ready } = standing;
        expect(deficit).toBe(Math.max(0, used * said.items - counted));
        expect(ready).toBeLessThanOrEqual(Math.max(0, Math.floor(counted / said.items) - used));
        expect(progress).toBe(deficit > 0 ? 0 : counted % said.items);
        expect(rewardsOf(program, after.toReversed())).toEqual(standing);
      }),
      runs(44),
    );
  });
});
