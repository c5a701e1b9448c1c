import { expect, it } from '@jest/globals';
import { cardNumber, customer, order, program } from '../app/builders.ts';
import { neighbour, type Place, sorted } from './place.ts';
import { aBlank, aSeries, NOW, series } from './samples.ts';

const issued = { at: NOW, by: 'staff 1', kind: 'issued', customerId: customer(1), note: 'at the till' } as const;
const all = { seriesId: null, programId: null, states: [], after: null, max: 50 } as const;

export function cardStoreBattery({ stores, shop }: Place): void {
  const cards = () => stores().cards;
  const given = (id: number, who: number) =>
    aBlank(id, { state: 'issued', customerId: customer(who), issuedAt: NOW, issuedBy: order(id), expiresAt: NOW + id });

  it('emits each number once and counts them in their series', async () => {
    await cards().createSeries(shop(), aSeries(2));
    await cards().createSeries(shop(), aSeries(1));
    expect(await cards().emit(shop(), [aBlank(1), aBlank(2)])).toBe(2);
    expect(await cards().emit(shop(), [aBlank(2), aBlank(3), aBlank(3)])).toBe(1);
    expect(await cards().emit(shop(), [])).toBe(0);
    expect(await cards().findSeries(shop(), series(1))).toEqual(aSeries(1, { emitted: 3 }));
    expect((await cards().listSeries(shop())).map(({ id }) => id)).toEqual([series(1), series(2)]);
    expect(await cards().find(shop(), cardNumber(2))).toEqual(aBlank(2));
    expect(await cards().find(neighbour, cardNumber(2))).toBeNull();
    expect(await cards().emit(neighbour, [aBlank(2)])).toBe(1);
  });

  it('lists cards by number, page by page, of a series, a program or a state', async () => {
    await cards().emit(shop(), [
      aBlank(3),
      aBlank(1),
      given(2, 1),
      aBlank(4, { seriesId: series(2), programId: program(2) }),
    ]);
    const list = async (change: object) => {
      const page = await cards().list(shop(), { ...all, ...change });
      return [page.cards.map(({ number }) => number), page.nextAfter] as const;
    };
    const [one, two, three, four] = [1, 2, 3, 4].map(cardNumber);
    expect(await list({ max: 2 })).toEqual([[one, two], two]);
    expect(await list({ max: 2, after: two })).toEqual([[three, four], null]);
    expect(await list({ seriesId: series(2) })).toEqual([[four], null]);
    expect(await list({ programId: program(1), states: ['emitted'] })).toEqual([[one, three], null]);
    expect(await list({ states: ['issued', 'blocked'] })).toEqual([[two], null]);
  });

  it('changes a card for one of two at once, and writes its history', async () => {
    const seen = aBlank(1, { expiresAt: NOW + 5 });
    await cards().emit(shop(), [seen]);
    const fields = { state: 'issued', customerId: customer(1), issuedAt: NOW, issuedBy: order(1) } as const;
    const both = [1, 2].map(() => cards().change(shop(), seen, fields, issued));
    expect(sorted(await Promise.all(both))).toEqual(['changed', 'stale']);
    const now = await cards().find(shop(), seen.number);
    expect(now).toEqual({ ...seen, ...fields, history: [...seen.history, issued], revision: 1 });
    expect(await cards().ofCustomer(shop(), customer(1))).toEqual([now]);
    await cards().change(
      shop(),
      now!,
      { state: 'blocked', customerId: null, expiresAt: null },
      { ...issued, kind: 'blocked' },
    );
    expect(await cards().find(shop(), seen.number)).toMatchObject({
      state: 'blocked',
      customerId: null,
      expiresAt: null,
    });
    expect(await cards().due(shop(), NOW + 100, 9)).toEqual([]);
  });

  it('knows whose cards are whose, and which order gave which', async () => {
    await cards().emit(shop(), [given(2, 1), given(1, 1), given(3, 2), aBlank(4)]);
    const range = await cards().ofCustomers(shop(), { from: customer(1), to: customer(1) });
    expect([...range].map(([id, theirs]) => [id, theirs.map(({ number }) => number)])).toEqual([
      [customer(1), [cardNumber(1), cardNumber(2)]],
    ]);
    expect((await cards().givenBy(shop(), order(3)))?.number).toBe(cardNumber(3));
    expect(await cards().givenBy(shop(), order(9))).toBeNull();
    await cards().createSeries(shop(), aSeries(1));
    expect(await cards().issuedBySeries(shop())).toEqual(new Map([[series(1), 3]]));
  });

  it('finds cards that time has ended, the earliest first', async () => {
    const ending = aBlank(5, { expiresAt: NOW });
    await cards().emit(shop(), [given(9, 1), ending, aBlank(6), aBlank(7, { state: 'expired', expiresAt: NOW })]);
    expect((await cards().due(shop(), NOW - 1, 9)).length).toBe(0);
    expect((await cards().due(shop(), NOW, 9)).map(({ number }) => number)).toEqual([cardNumber(5)]);
    expect((await cards().due(shop(), NOW + 9, 9)).map(({ number }) => number)).toEqual([cardNumber(5), cardNumber(9)]);
    expect(await cards().due(shop(), NOW + 9, 1)).toHaveLength(1);
  });

  it('forgets a holder: the card is nobody’s, blocked, and its history names no one', async () => {
    const event = { at: NOW + 1, by: null, kind: 'blocked', customerId: null, note: '' } as const;
    await cards().emit(shop(), [{ ...given(1, 1), history: [issued] }, given(2, 2)]);
    expect(await cards().forgetHolder(shop(), customer(1), event)).toBe(1);
    expect(await cards().forgetHolder(shop(), customer(1), event)).toBe(0);
    expect(await cards().find(shop(), cardNumber(1))).toEqual({
      ...given(1, 1),
      state: 'blocked',
      customerId: null,
      issuedAt: null,
      issuedBy: null,
      history: [{ ...issued, customerId: null, note: '' }, event],
      revision: 1,
    });
    expect(await cards().due(shop(), NOW + 100, 9)).toHaveLength(1);
  });
}
