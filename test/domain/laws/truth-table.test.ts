import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { Redeemed } from '../../../shared/domain/offer/offer.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import type { OrderLine, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import type { Standing } from '../../../shared/domain/standing/standing.ts';
import { aHeldCard, aNumber } from '../../support/builders/a-card.ts';
import { PROGRAM } from '../../support/builders/a-program.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { facts, joined } from '../../support/builders/facts.ts';
import { lineId, orderId, productId, refundId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { END, histories, instants, lines, programs } from './histories.ts';
import { known } from './kept.ts';

const X = orderId('50');

/** What is told of one more order in somebody's history. */
function order(said: Partial<OrderSnapshot>, ...refunds: readonly Refund[]): Delivery {
  return { kind: 'purchase', orderId: X, snapshot: aSnapshot({ orderId: X, ...said }), refunds };
}

const back = (said: Partial<Refund>, id = '9001'): Refund =>
  aRefund({ orderId: X, refundId: refundId(id), lines: [], ...said });

const allOf = (some: readonly OrderLine[]): Refund['lines'] =>
  some.map((line) => ({ lineId: line.lineId, quantity: line.quantity }));

/** Levels that follow within their window: with them, what went is as if it had never been. */
function following(program: ProgramVersion): ProgramVersion {
  const { mechanic } = program;
  if (mechanic.kind !== 'levels') return program;
  return { ...program, mechanic: { ...mechanic, afterRefund: 'follows', holds: 'window' } };
}

/** All that a standing says but when it changes next: what came back whole may still leave a rolling window. */
const tell = ({ changesAt: _changesAt, ...standing }: Standing) => standing;

/** What codes of that order used, if any (rules 2.8); programs without marks have none to be used. */
const uses: fc.Arbitrary<readonly Redeemed[]> = fc
  .array(fc.record({ marks: fc.constantFrom(1, 3), gift: fc.option(fc.constantFrom('1', '2')) }), { maxLength: 2 })
  .map((some) =>
    some.map(({ marks, gift }, i) => {
      const gives: Redeemed['gives'] =
        gift === null ? { kind: 'percent', discountBp: 100 } : { kind: 'gift', productId: productId(gift) };
      return { programId: PROGRAM, offerId: `${i}` as Redeemed['offerId'], marks, gives, orderId: X };
    }),
  );

/** Somebody's history, an order at some instant, an event some time later, and a look after it. */
const cases = fc
  .record({
    deliveries: histories,
    program: programs,
    madeAt: instants,
    later: fc.nat(200 * 86_400_000),
    look: fc.nat(400 * 86_400_000),
    owedCounts: fc.boolean(),
    lines,
    more: lines,
    uses,
  })
  .map(({ later, look, ...said }) => {
    const at = said.madeAt + later;
    return { ...said, base: { ...known(said.deliveries, said.owedCounts), redeemed: said.uses }, at, asOf: at + look };
  });
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** Lines that are added have ids of their own. */
const added = ({ more }: Case) => more.map((line, i) => ({ ...line, lineId: lineId(`9${i}`) }));

const standing = ({ program, base }: Pick<Case, 'program' | 'base'>, more: readonly Delivery[], asOf: Instant) =>
  evaluate(program, more.reduce(receive, base), asOf);

/** A law of one row: told this way and that way it comes to the same, as long as levels follow. */
function asIf(seed: number, row: (one: Case) => { readonly told: Delivery[]; readonly wanted: Delivery[] }): void {
  fc.assert(
    fc.property(cases, (one) => {
      const followed = { ...one, program: following(one.program) };
      const { told, wanted } = row(one);
      same(tell(standing(followed, told, one.asOf)), tell(standing(followed, wanted, one.asOf)));
    }),
    runs(seed),
  );
}

const paid = ({ madeAt, lines: some }: Case) => ({ processedAt: madeAt, lines: some });

describe('each row of the truth table (rules 5), in any history', () => {
  it('paid: adds its net lines and what they earn, uses what it took, and changes nothing before it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const told = order(paid(one));
        same(standing(one, [told], one.madeAt - 1), standing(one, [], one.madeAt - 1));
        const program: ProgramVersion = {
          ...one.program,
          window: { kind: 'lifetime' },
          membership: { kind: 'everyone' },
        };
        const always = { ...one, program };
        const [before, after] = [standing(always, [], one.asOf), standing(always, [told], one.asOf)];
        const { mechanic } = program;
        const net = netPurchase(
          { orderId: X, snapshot: aSnapshot({ orderId: X, ...paid(one) }), refunds: [] },
          one.asOf,
          one,
        );
        const took = (net?.lines ?? []).reduce(
          (sum, { reward }) =>
            sum + (mechanic.kind === 'nth_item' && reward?.after === mechanic.items ? reward.items : 0),
          0,
        );
        const apart = mechanic.kind === 'nth_item' && mechanic.rewarded === 'apart' ? took : 0;
        const sums = ({ spentMinor, items, purchases, rewards }: Standing) => [
          spentMinor,
          items,
          purchases,
          rewards?.used ?? 0,
          rewards?.counted ?? 0,
        ];
        const counted = mechanic.kind === 'nth_item' ? (net?.items ?? 0) - apart : 0;
        const plus = [net?.amountMinor ?? 0, net?.items ?? 0, net?.counts ? 1 : 0, took, counted];
        same(
          sums(after),
          sums(before).map((value, i) => value + (plus[i] ?? 0)),
        );
        same([(after.level ?? -1) >= (before.level ?? -1), after.position >= before.position], [true, true]);
      }),
      runs(501),
    );
  });

  it('line refunded: from then on as if that line had never been bought, its reward come back', () =>
    asIf(502, (one) => ({
      told: [order(paid(one), back({ processedAt: one.at, lines: allOf(one.lines.slice(0, 1)) }))],
      wanted: [order({ ...paid(one), lines: one.lines.slice(1) })],
    })));

  it('line refunded: before its instant nothing has happened, and a level that stays stays', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const told = [order(paid(one), back({ processedAt: one.at, lines: allOf(one.lines.slice(0, 1)) }))];
        same(standing(one, told, one.at - 1), standing(one, [order(paid(one))], one.at - 1));
        const { mechanic } = one.program;
        if (mechanic.kind !== 'levels') return;
        const stays = { ...one.program, mechanic: { ...mechanic, afterRefund: 'stays' } } as const;
        const kept = { ...one, program: { ...stays, window: { kind: 'lifetime' } } as ProgramVersion };
        const [before, after] = [standing(kept, told, one.at - 1), standing(kept, told, one.at)];
        same((after.level ?? -1) >= (before.level ?? -1), true);
      }),
      runs(503),
    );
  });

  it('fully refunded: from then on as if it had never been made', () =>
    asIf(504, (one) => ({
      told: [order(paid(one), back({ processedAt: one.at, lines: allOf(one.lines) }))],
      wanted: [],
    })));

  it('money-only refund: takes the amount alone, no items, no purchase that still has a price, no reward used', () => {
    fc.assert(
      fc.property(cases, fc.nat(40_000), (one, goodwillMinor) => {
        const program: ProgramVersion = {
          ...one.program,
          window: { kind: 'lifetime' },
          membership: { kind: 'everyone' },
        };
        const always = { ...one, program };
        const told = order(paid(one), back({ processedAt: one.at, goodwillMinor }));
        const [before, after] = [standing(always, [order(paid(one))], one.asOf), standing(always, [told], one.asOf)];
        const alone = { program, base: facts({ owedCounts: one.owedCounts }) };
        const amountMinor = standing(alone, [order(paid(one))], one.asOf).spentMinor;
        const taken = Math.min(goodwillMinor, amountMinor);
        const gone = amountMinor > 0 && taken === amountMinor ? 1 : 0;
        same(
          [after.spentMinor, after.items, after.purchases, after.rewards?.used, after.rewards?.counted, after.marks],
          [
            before.spentMinor - taken,
            before.items,
            before.purchases - gone,
            before.rewards?.used,
            before.rewards?.counted,
            before.marks,
          ],
        );
      }),
      runs(505),
    );
  });

  it('cancelled before payment: nothing was ever counted, also where what is owed counts', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const owed = order({ ...paid(one), state: 'owed' });
        const gone = order({ ...paid(one), state: 'cancelled', cancelledAt: one.at, updatedAt: one.at });
        for (const asOf of [one.madeAt, one.asOf]) same(standing(one, [owed, gone], asOf), standing(one, [], asOf));
        if (!one.owedCounts) same(standing(one, [owed], one.asOf), standing(one, [], one.asOf));
      }),
      runs(506),
    );
  });

  it('cancelled after payment: as one that came back whole at that instant', () => {
    asIf(507, (one) => ({
      told: [order({ ...paid(one), cancelledAt: one.at, updatedAt: one.at })],
      wanted: [order(paid(one), back({ processedAt: one.at, lines: allOf(one.lines) }))],
    }));
    fc.assert(
      fc.property(cases, (one) => {
        const told = [order({ ...paid(one), cancelledAt: one.at, updatedAt: one.at })];
        same(standing(one, told, one.at - 1), standing(one, [order(paid(one))], one.at - 1));
      }),
      runs(508, 1_000),
    );
  });

  it('edited: as if its newest lines had been its only ones', () =>
    asIf(509, (one) => {
      const kept = one.lines.map((line, i) => (i === 0 ? { ...line, removedQuantity: line.quantity } : line));
      const newest = { ...paid(one), updatedAt: one.at + 1 };
      return {
        told: [order({ ...newest, lines: [...kept, ...added(one)] }), order(paid(one))],
        wanted: [order({ ...newest, lines: [...one.lines.slice(1), ...added(one)] })],
      };
    }));

  it('exchanged: what came back is gone, what is new is there, and a reward stays on what was kept', () =>
    asIf(510, (one) => {
      const lines = [...one.lines, ...added(one)];
      const returned = back({ processedAt: one.at, lines: allOf(one.lines.slice(0, 1)) });
      return {
        told: [order(paid(one)), order({ ...paid(one), lines, updatedAt: one.at + 1 }, returned)],
        wanted: [order({ ...paid(one), lines: lines.slice(one.lines.length > 0 ? 1 : 0) })],
      };
    }));

  it('customers merged: both histories count as one, and the higher level given by hand stays', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(50, 300, 900), fc.nat(), (one, discountBp, seed) => {
        const isOf = (delivery: Delivery) => delivery.kind === 'purchase' && Number(delivery.orderId) % 2 === seed % 2;
        const [his, hers] = [one.deliveries.filter(isOf), one.deliveries.filter((delivery) => !isOf(delivery))];
        const all = { ...one, base: his.reduce(receive, { ...known(hers, one.owedCounts), redeemed: one.uses }) };
        same(standing(all, [], one.asOf), standing(one, [], one.asOf));
        const comes: Delivery = {
          kind: 'manual',
          fact: joined(discountBp, { sequence: 99, at: one.at, from: 'cus_new0000000' }),
        };
        const { givenBp } = standing(one, [], END * 2);
        same(standing(all, [comes], END * 2).givenBp, Math.max(givenBp, discountBp));
      }),
      runs(511),
    );
  });

  it('card replaced: the standing goes on with it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const first: Delivery = { kind: 'card', card: aHeldCard({ number: aNumber(7), issuedAt: one.madeAt }) };
        const second: Delivery = { kind: 'card', card: aHeldCard({ number: aNumber(8), issuedAt: one.at }) };
        same(standing(one, [first, second], one.asOf), standing(one, [first], one.asOf));
      }),
      runs(512),
    );
  });
});
