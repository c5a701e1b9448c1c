import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainPurchase } from '../../../shared/domain/explanation/explain-purchase.ts';
import { explainQuote } from '../../../shared/domain/explanation/explain-quote.ts';
import { type BuyingPlace, holdsAt, ON_THE_WEB, type Where } from '../../../shared/domain/program/where.ts';
import type { Channel, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { dueCards } from '../../../shared/domain/standing/due-card.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { heldHere } from '../../../shared/domain/standing/held-here.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, levels, stepUp } from '../../support/builders/a-program.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { locationId, orderId, programId } from '../../support/builders/ids.ts';
import { receive } from '../../support/story/delivery.ts';
import { asOfs, histories, programs } from '../laws/histories.ts';

const [MAIN, SIDE] = [locationId('61'), locationId('62')];
const webOnly: Where = { channels: ['web'], locations: [] };
const mainOnly: Where = { channels: ['till'], locations: [MAIN] };
const LATER = at('2026-06-01');

const bought = (id: string, day: string, channel: Channel, location = channel === 'till' ? MAIN : null): Purchase => ({
  orderId: orderId(id),
  snapshot: aSnapshot({
    ...{ orderId: orderId(id), processedAt: at(day), channel, locationId: location },
    lines: [aLine({ amountMinor: 50_000 })],
  }),
  refunds: [],
});

const everywhere = [
  bought('1', '2026-01-01', 'web'),
  bought('2', '2026-01-02', 'till', MAIN),
  bought('3', '2026-01-03', 'till', SIDE),
  bought('4', '2026-01-04', 'till', null),
  bought('5', '2026-01-05', 'other'),
];
const tillAt = (location: typeof MAIN | null): BuyingPlace => ({ channel: 'till', locationId: location });

describe('where a program holds (decision 0073)', () => {
  it('is told by channel and, at tills, by location', () => {
    expect([webOnly, mainOnly].map((where) => holdsAt(where, ON_THE_WEB))).toEqual([true, false]);
    expect([MAIN, SIDE, null].map((one) => holdsAt(mainOnly, tillAt(one)))).toEqual([true, false, false]);
    const webAndMain: Where = { channels: [], locations: [MAIN] };
    expect([ON_THE_WEB, tillAt(MAIN), tillAt(SIDE)].map((place) => holdsAt(webAndMain, place))).toEqual([
      true,
      true,
      false,
    ]);
    expect(holdsAt({ channels: ['web', 'till'], locations: [] }, { channel: 'other', locationId: null })).toBe(false);
    expect(holdsAt(undefined, { channel: 'other', locationId: null })).toBe(true);
  });

  it('says what counts: amounts, purchases and steps of those places alone', () => {
    const standing = (where: Where) =>
      evaluate(levels('500.00 → 1 %', { where }), facts({ purchases: everywhere }), LATER);
    expect(standing(webOnly)).toMatchObject({ spentMinor: 50_000, purchases: 1, level: 0, where: webOnly });
    expect(standing({ channels: ['till'], locations: [] })).toMatchObject({ spentMinor: 150_000, purchases: 3 });
    expect(standing(mainOnly)).toMatchObject({ spentMinor: 50_000, purchases: 1 });
    const steps = stepUp('0 %, 1 %, 10 %', { where: { channels: ['till'], locations: [MAIN, SIDE] } });
    expect(evaluate(steps, facts({ purchases: everywhere }), LATER)).toMatchObject({ position: 2, discountBp: 200 });
  });

  it('gives no card for what was bought elsewhere', () => {
    const card = { kind: 'card', fromMinor: 50_000, earlier: 'ignored' } as const;
    const due = (where: Where, purchase: Purchase) =>
      dueCards([levels('500.00 → 1 %', { where, membership: card })], facts({ purchases: [purchase] }), LATER).length;
    expect([due(webOnly, bought('1', '2026-01-01', 'web')), due(webOnly, bought('1', '2026-01-01', 'till'))]).toEqual([
      1, 0,
    ]);
  });

  it('gives there alone what is owed, and the best of those that hold', () => {
    const all = aProgram();
    const web = {
      ...aProgram({ where: webOnly, mechanic: { kind: 'fixed', discountBp: 900 } }),
      programId: programId('prg_2'),
    };
    const standing = evaluateAll([all, web], facts(), LATER);
    const claims = (place: BuyingPlace) => claimsOf(heldHere(standing, place)).map(({ discountBp }) => discountBp);
    expect([claims(ON_THE_WEB), claims(tillAt(MAIN))]).toEqual([[500, 900], [500]]);
  });

  it('explains an order and a quote by where they were made', () => {
    const program = aProgram({ where: mainOnly });
    const order = bought('9', '2026-02-01', 'web');
    const told = facts({ purchases: [order] });
    const snapshot = order.snapshot ?? aSnapshot();
    const explained = explainPurchase([program], told, snapshot);
    expect(explained).toMatchObject({
      best: null,
      verdict: 'nothing_owed',
      programs: [{ basis: { kind: 'elsewhere' } }],
    });
    const cart = [{ id: '1', quantity: 1, amountMinor: 10_000, floorMinor: 0, isGiftCard: false }];
    const quoted = (place: BuyingPlace) => explainQuote([program], told, cart, { at: LATER, place });
    expect(quoted(tillAt(MAIN))).toMatchObject({ totalMinor: 500, programs: [{ basis: { kind: 'fixed' } }] });
    expect(quoted(ON_THE_WEB)).toMatchObject({ totalMinor: 0, programs: [{ basis: { kind: 'elsewhere' } }] });
  });

  it('counts as if nothing had been bought elsewhere, whatever happens', () => {
    const wheres = fc.constantFrom<Where>(webOnly, mainOnly, { channels: [], locations: [SIDE] });
    const places = fc.array(fc.constantFrom<BuyingPlace>(ON_THE_WEB, tillAt(MAIN), tillAt(SIDE), tillAt(null)), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(histories, programs, asOfs, wheres, places, (deliveries, anyone, asOf, where, made) => {
        // A card may be handed over anywhere, and says by its place among the purchases what counts.
        const program = { ...anyone, membership: { kind: 'everyone' as const } };
        const known = deliveries.reduce(receive, facts());
        const purchases = known.purchases.map((purchase, i) => {
          const place = made[i % made.length] ?? ON_THE_WEB;
          return { ...purchase, snapshot: purchase.snapshot && { ...purchase.snapshot, ...place } };
        });
        const here = purchases.filter(({ snapshot }) => snapshot !== null && holdsAt(where, snapshot));
        const found = evaluate({ ...program, where }, { ...known, purchases }, asOf);
        const { where: _, ...bounded } = found;
        const wanted = evaluate(program, { ...known, purchases: here }, asOf);
        if (JSON.stringify(bounded) !== JSON.stringify(wanted)) expect(bounded).toEqual(wanted);
      }),
      { seed: 73, numRuns: 10_000 },
    );
  });
});
