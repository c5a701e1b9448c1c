import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordPurchase } from '../../../server/app/use-cases.ts';
import { sumJournal } from '../../../shared/domain/journal/sum.ts';
import {
  aCard,
  aLine,
  anOrder,
  aProgram,
  aRefund,
  atDay,
  cardNumber,
  customer,
  shopper,
  told,
  toldRefund,
} from '../builders.ts';
import { SHOP, setUp, type World } from '../set-up.ts';

const SEED = 20_261_125;
const HOLDER = 90;
const DAYS = 100;

/** A shop with one program of a mechanic of its own, and a card holder without a Shopify account. */
async function aShopWithHolder(draft: Parameters<typeof aProgram>[1]): Promise<World> {
  const world = await setUp();
  await aProgram(world, draft);
  const holder = await world.useCases.enterCustomer(SHOP, { ...noDetails, surname: 'Holder' });
  if (!holder.ok) throw new Error('not entered');
  await aCard(world, HOLDER, { customerId: holder.value.id, issuedAt: atDay(-60) });
  await world.useCases.refreshStanding(
    SHOP,
    holder.value.id,
    { kind: 'card_linked', number: cardNumber(HOLDER) },
    null,
  );
  return world;
}

const noDetails = {
  firstName: null,
  patronymic: null,
  surname: null,
  email: null,
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: null,
};

const level = (fromSpent: string, percent: string) => ({ name: '', fromSpent, fromPurchases: '', percent });
const levels = [level('150.00', '2'), level('300.00', '4')];
const drafts = [
  { levels },
  { levels, afterRefund: 'stays' },
  { levels, window: 'rolling_days', windowLength: '30' },
  { levels, window: 'calendar_year', holds: 'next_window' },
  { levels, membership: 'card', cardFrom: '100.00' },
];

const snapshots = fc.record({
  id: fc.integer({ min: 1, max: 4 }),
  days: fc.integer({ min: -3, max: -1 }),
  hours: fc.integer({ min: 0, max: 1 }),
  amountMinor: fc.integer({ min: 0, max: 20_000 }),
  removed: fc.integer({ min: 0, max: 1 }),
  state: fc.constantFrom('owed', 'paid', 'cancelled', 'deleted'),
  shopper: fc.constantFrom(null, 1, 2),
  hasCard: fc.boolean(),
  isCancelled: fc.boolean(),
});

/** What Shopify tells of an order; two snapshots may well be of the same second. */
function snapshotOf(told_: typeof snapshots extends fc.Arbitrary<infer T> ? T : never): RecordPurchase {
  const processedAt = atDay(-DAYS + 10 * told_.id);
  return told(
    anOrder(told_.id, {
      processedAt,
      updatedAt: atDay(told_.days) + told_.hours,
      cancelledAt: told_.isCancelled ? processedAt + 1000 : null,
      state: told_.state,
      shopifyCustomerId: told_.shopper === null ? null : shopper(told_.shopper),
      cardNumber: told_.hasCard ? cardNumber(HOLDER) : null,
      lines: [aLine({ quantity: 3, removedQuantity: told_.removed, amountMinor: told_.amountMinor })],
    }),
  );
}

const refunds = fc.record({
  order: fc.integer({ min: 1, max: 4 }),
  days: fc.integer({ min: -DAYS, max: -1 }),
  quantity: fc.integer({ min: 0, max: 2 }),
  goodwillMinor: fc.integer({ min: 0, max: 500 }),
});

const deliveries = fc
  .tuple(fc.array(snapshots, { minLength: 1, maxLength: 8 }), fc.array(refunds, { maxLength: 4 }))
  .map(([orders, back]) => [
    ...orders.map((one) => snapshotOf(one)),
    ...back.map((one, i) =>
      toldRefund(
        aRefund(one.order, i + 1, {
          processedAt: atDay(one.days),
          goodwillMinor: one.goodwillMinor,
          lines: one.quantity === 0 ? [] : [{ lineId: aLine().lineId, quantity: one.quantity }],
        }),
      ),
    ),
  ]);

const turns = deliveries.chain((all) => {
  const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  const repeats = fc.subarray(all);
  return fc.record({ all: fc.constant(all), shuffled, repeats, draft: fc.constantFrom(...drafts) });
});

/** What everybody's standings are, by who they are to Shopify; the ids of ours depend on who came first. */
async function standings({ stores }: World) {
  const ids = (await stores.customers.ids(SHOP, null, 100)).map(({ id }) => id);
  const rows = await Promise.all(
    ids.map(async (id) => {
      const known = await stores.customers.find(SHOP, id);
      const stored = await stores.standings.find(SHOP, id);
      const journal = await stores.journal.page(SHOP, id, null, 1000);
      const row = await stores.readModels.row(SHOP, id);
      return {
        who: known?.surname ?? known?.shopifyCustomerIds.join(),
        standings: stored?.standing.standings,
        sums: [...sumJournal(journal)],
        spentMinor: row?.spentMinor,
        purchases: row?.purchases,
      };
    }),
  );
  return rows.filter(({ spentMinor }) => spentMinor !== 0).sort((a, b) => ((a.who ?? '') < (b.who ?? '') ? -1 : 1));
}

describe('deliveries in any order, any number of times', () => {
  it('give the same standings and the same sum of the journal, and a rebuild finds nothing to correct', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async ({ all, shuffled, repeats, draft }) => {
        const [straight, mixed] = [await aShopWithHolder(draft), await aShopWithHolder(draft)];
        for (const delivery of all) await straight.useCases.recordPurchase(SHOP, delivery);
        for (const delivery of [...shuffled, ...repeats]) await mixed.useCases.recordPurchase(SHOP, delivery);
        expect(await standings(mixed)).toEqual(await standings(straight));
        expect(await mixed.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('give the same when they are all recorded at once', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async ({ all, shuffled, draft }) => {
        const [straight, crowded] = [await aShopWithHolder(draft), await aShopWithHolder(draft)];
        for (const delivery of all) await straight.useCases.recordPurchase(SHOP, delivery);
        await Promise.all(shuffled.map((delivery) => recordAtLast(crowded, delivery)));
        expect(await standings(crowded)).toEqual(await standings(straight));
        expect(await crowded.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('sum up in the journal to what the standing says', async () => {
    const world = await aShopWithHolder({ levels });
    for (const id of [1, 2, 3]) await world.useCases.recordPurchase(SHOP, told(anOrder(id, { amountMinor: 9000 })));
    const journal = await world.stores.journal.page(SHOP, customer(2), null, 100);
    const stored = await world.stores.standings.find(SHOP, customer(2));
    const [sum] = [...sumJournal(journal).values()];
    expect(sum).toMatchObject({ spent: 27_000, purchases: 3, level: 0, discount: 200 });
    expect(stored?.standing.standings[0]).toMatchObject({
      spentMinor: 27_000,
      purchases: 3,
      level: 0,
      discountBp: 200,
    });
  });
});

/** As the inbox does: what was lost five times in a row to others comes round again. */
async function recordAtLast(world: World, delivery: RecordPurchase): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    const isDone = await world.useCases.recordPurchase(SHOP, delivery).then(
      () => true,
      (error: { readonly retryable?: boolean }) => {
        if (error.retryable !== true) throw error;
        return false;
      },
    );
    if (isDone) return;
  }
  throw new Error('never recorded');
}
