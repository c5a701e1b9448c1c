import { describe, expect, it } from '@jest/globals';
import { hashing } from '../../../server/hashing.ts';
import { type DrawDraft, emptyDrawDraft } from '../../../shared/domain/draw/draft.ts';
import type { Draw } from '../../../shared/domain/draw/draw.ts';
import { verifyDraw } from '../../../shared/domain/draw/verify-draw.ts';
import type { CustomerId, DrawId } from '../../../shared/domain/ids.ts';
import { collect } from '../../battery/place.ts';
import { shopper } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { cardShop, somebody } from '../instrument/card-state.ts';
import { NOW, type World } from '../set-up.ts';

const CLOSES = Date.UTC(2026, 5, 20, 16);
const MINUTE = 60_000;
const draft: DrawDraft = {
  ...emptyDrawDraft,
  name: 'Spring draw',
  prizes: [{ name: 'Bicycle', count: '1' }],
  closesDay: '2026-06-20',
};

/** Three holders of a card and an open draw among them. */
async function withDraw(change: Partial<DrawDraft> = {}) {
  const { world, blanks } = await cardShop();
  const holders: CustomerId[] = [];
  for (const [i, name] of ['Ada', 'Ben', 'Cleo'].entries()) {
    const id = await somebody(world, name);
    const number = blanks[i];
    if (number === undefined) throw new Error('no blank card left');
    await world.useCases.linkCard(world.shop, number, id, null, null);
    holders.push(id);
  }
  const opened = await world.useCases.openDraw(world.shop, { ...draft, ...change }, 'staff-1');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return { world, holders, blanks, id: opened.value.id };
}

async function found({ stores, shop }: World, id: DrawId): Promise<Draw> {
  const draw = await stores.draws.find(shop, id);
  if (draw === null) throw new Error('no draw');
  return draw;
}

async function close(world: World): Promise<void> {
  world.clock.set(CLOSES + MINUTE);
  await world.useCases.closeDraws(world.shop);
}

const lotsIn = async (world: World, id: DrawId) => {
  const { closed } = await found(world, id);
  const list = { drawId: id, listId: closed?.listId ?? '' };
  return (await collect(world.stores.draws.lots(world.shop, list))).flat();
};
const winnerOf = async (world: World, id: DrawId) => {
  const lot = (await found(world, id)).drawn?.winners[0]?.lot;
  const holder = (await lotsIn(world, id)).find((one) => one.lot === lot)?.customerId ?? null;
  if (lot === undefined || holder === null) throw new Error('nobody won');
  return { lot, holder };
};
const journalOf = async ({ stores, shop }: World, id: CustomerId) =>
  (await stores.journal.page(shop, id, null, 100)).map(({ cause }) => cause.kind).toReversed();

describe('a prize draw', () => {
  it('closes a minute after its time, as of its very instant, with a lot for each holder', async () => {
    const { world, id, blanks } = await withDraw();
    world.clock.set(CLOSES + MINUTE - 1);
    await world.useCases.closeDraws(world.shop);
    expect((await found(world, id)).state).toBe('open');
    const late = await somebody(world, 'Dora');
    if (blanks[3] !== undefined) await world.useCases.linkCard(world.shop, blanks[3], late, null, null);
    await close(world);
    expect(await found(world, id)).toMatchObject({ state: 'closed', closed: { lots: 3, holders: 3 }, drawn: null });
    expect((await lotsIn(world, id)).map(({ customerId }) => customerId)).not.toContain(late);
  });

  it('keeps the seed sealed until it is drawn, and then anybody can do it over again', async () => {
    const { world, id } = await withDraw();
    await close(world);
    const drawn = await world.useCases.drawPrizes(world.shop, id, 'staff-1');
    const draw = await found(world, id);
    expect(drawn).toMatchObject({ ok: true, value: { drawn: draw.drawn } });
    const told = {
      terms: draw.termsText,
      prizes: draw.terms.prizes,
      commitment: draw.commitment,
      lots: (await lotsIn(world, id)).map(({ lot }) => lot),
      listHash: draw.closed?.listHash ?? null,
      seed: draw.drawn?.seed ?? null,
      winners: draw.drawn?.winners.map(({ lot }) => ({ prize: 'Bicycle', lot })) ?? null,
    };
    expect(verifyDraw(hashing, told)).toEqual({ commitment: true, list: true, winners: true });
  });

  it('says the same however often it is drawn, whatever happened since it closed', async () => {
    const { world, id, holders } = await withDraw();
    await close(world);
    const [one, other] = await Promise.all([1, 2].map(() => world.useCases.drawPrizes(world.shop, id, null)));
    expect(one).toEqual(other);
    const { winners } = (await found(world, id)).drawn ?? { winners: [] };
    for (const holder of holders) await world.stores.draws.forgetHolder(world.shop, holder);
    await world.useCases.drawPrizes(world.shop, id, null);
    expect((await found(world, id)).drawn?.winners).toEqual(winners);
    expect((await found(world, id)).trail.map(({ kind }) => kind)).toEqual(['opened', 'closed', 'drawn']);
  });

  it('tells the winner in the journal once, and once more when the prize is handed over', async () => {
    const { world, id } = await withDraw();
    await close(world);
    await world.useCases.drawPrizes(world.shop, id, 'staff-1');
    await world.useCases.drawPrizes(world.shop, id, 'staff-1');
    const { lot, holder } = await winnerOf(world, id);
    const prizes = async () => (await journalOf(world, holder)).filter((kind) => kind.startsWith('prize'));
    expect(await prizes()).toEqual(['prize_won']);
    expect((await world.useCases.handOverPrize(world.shop, id, lot, 'staff-2')).ok).toBe(true);
    expect(await world.useCases.handOverPrize(world.shop, id, lot, 'staff-2')).toEqual({
      ok: false,
      error: { code: 'prize_handed_over_already' },
    });
    expect(await prizes()).toEqual(['prize_won', 'prize_handed_over']);
    expect((await found(world, id)).drawn?.winners[0]?.handedOver).toMatchObject({ by: 'staff-2' });
  });

  it('can be cancelled until it is drawn, and never after', async () => {
    const first = await withDraw();
    await close(first.world);
    expect((await first.world.useCases.cancelDraw(first.world.shop, first.id, 'rain', 'staff-1')).ok).toBe(true);
    expect(await first.world.useCases.drawPrizes(first.world.shop, first.id, null)).toEqual({
      ok: false,
      error: { code: 'draw_cancelled' },
    });
    const second = await withDraw();
    expect(await second.world.useCases.drawPrizes(second.world.shop, second.id, null)).toEqual({
      ok: false,
      error: { code: 'draw_not_closed' },
    });
    await close(second.world);
    await second.world.useCases.drawPrizes(second.world.shop, second.id, null);
    expect(await second.world.useCases.cancelDraw(second.world.shop, second.id, '', null)).toEqual({
      ok: false,
      error: { code: 'draw_already_drawn' },
    });
  });

  it('counts as one types among how many it would be, and names what is wrong instead', async () => {
    const { world } = await withDraw();
    expect(await world.useCases.checkDraw(world.shop, draft)).toEqual({
      faults: [],
      eligible: { holders: 3, lots: 3, looked: 3, customers: 3 },
    });
    const asked = await world.useCases.checkDraw(world.shop, { ...draft, name: '' });
    expect(asked).toEqual({ faults: [{ path: 'name', code: 'draw_name_missing' }], eligible: null });
  });

  it('leaves lots and prizes with whoever two customers have become', async () => {
    const { world, holders, id } = await withDraw();
    const [ada, ben] = holders as [CustomerId, CustomerId];
    for (const [n, holder] of [ada, ben].entries()) {
      const known = await world.stores.customers.find(world.shop, holder);
      if (known === null) throw new Error('nobody');
      await world.stores.customers.change(world.shop, known, { shopifyCustomerIds: [shopper(n + 1)] });
    }
    await close(world);
    await world.useCases.mergeCustomers(world.shop, shopper(1), shopper(2));
    await world.useCases.drawPrizes(world.shop, id, null);
    expect(await world.stores.draws.lotsOf(world.shop, ben)).toEqual([]);
    expect(await world.stores.draws.lotsOf(world.shop, ada)).toHaveLength(2);
    expect((await found(world, id)).closed).toMatchObject({ lots: 3 });
  });

  it('has nothing to draw where nobody has a lot', async () => {
    const { world, id } = await withDraw({ bought: 'yes', fromDay: '2026-06-01', toDay: '2026-06-19', purchases: '1' });
    await close(world);
    const drawn = await world.useCases.drawPrizes(world.shop, id, null);
    expect(drawn).toEqual({ ok: false, error: { code: 'draw_without_lots' } });
  });

  it('keeps the lot of somebody who is forgotten, without the person', async () => {
    const { world, id, holders, blanks } = await withDraw();
    const consent = { state: 'unknown', at: null } as const;
    const shopifyCustomerId = shopper(9001);
    const of = { phone: null, address: null, language: null, emailConsent: consent, updatedAt: NOW };
    const { customerId } = await world.useCases.recordCustomer(world.shop, {
      ...{ shopifyCustomerId, firstName: 'Dora', surname: 'Invented', email: 'dora@example.test' },
      ...of,
    });
    if (blanks[3] !== undefined) await world.useCases.linkCard(world.shop, blanks[3], customerId, null, null);
    await close(world);
    const before = (await lotsIn(world, id)).map(({ lot }) => lot);
    expect(await world.useCases.eraseCustomer(world.shop, shopifyCustomerId, [])).toEqual({ outcome: 'erased' });
    const after = await lotsIn(world, id);
    expect(after.map(({ lot }) => lot)).toEqual(before);
    expect(
      after
        .map((one) => one.customerId)
        .filter((one) => one !== null)
        .toSorted(),
    ).toEqual(holders.toSorted());
    expect((await world.useCases.drawPrizes(world.shop, id, null)).ok).toBe(true);
  });

  it('comes to the same wherever closing, drawing and handing over are cut short', async () => {
    const prepare = async () => (await withDraw()).world;
    const act = async (world: World) => {
      await close(world);
      const [draw] = await world.stores.draws.list(world.shop);
      if (draw === undefined) return;
      await world.useCases.drawPrizes(world.shop, draw.id, 'staff-1');
      const { lot } = await winnerOf(world, draw.id);
      await world.useCases.handOverPrize(world.shop, draw.id, lot, 'staff-2');
      await world.useCases.closeDraws(world.shop);
    };
    const state = async (world: World) => {
      const [draw] = await world.stores.draws.list(world.shop);
      if (draw === undefined) throw new Error('no draw');
      const { holder } = await winnerOf(world, draw.id);
      const { closed, revision: _often, ...rest } = draw;
      const journal = await journalOf(world, holder);
      return { ...rest, hash: closed?.listHash, lots: await lotsIn(world, draw.id), journal };
    };
    expect(await cutShort({ prepare, act, state })).toBeGreaterThan(5);
  });
});
