import { expect, it } from '@jest/globals';
import { NO_FIGURES } from '../../server/app/ports/fact-store.ts';
import { anOrder, aRefund, cardNumber, customer, order, program, shopper } from '../app/builders.ts';
import { aShop } from '../app/set-up.ts';
import { aCode, code } from './code-store.battery.ts';
import { neighbour, type Place } from './place.ts';
import { aBlank, aCustomer, anEntry, aStored, aVersion, NOW, someFigures } from './samples.ts';

const { id, firstName, patronymic, surname, email, phone } = aCustomer(1);
const aName = { id, firstName, patronymic, surname, email, phone };

export function factStoreBattery({ stores, shop }: Place): void {
  const everything = async (where: ReturnType<Place['shop']>): Promise<void> => {
    const { customers, purchases, cards, codes, journal, programs, standings, shops, readModels } = stores();
    await shops.save(aShop({ id: where, settings: { ...aShop().settings, owedCounts: true } }));
    for (const id of [1, 2]) {
      await customers.create(where, aCustomer(id, { shopifyCustomerIds: [shopper(id)] }));
      await purchases.record(where, order(id), anOrder(id), [aRefund(id, id)]);
      await purchases.attribute(where, order(id), customer(id), false);
      const given = { kind: 'level_given', programId: program(1), discountBp: 100 * id, note: '' } as const;
      await journal.append(where, anEntry(customer(id), 1));
      await journal.append(where, anEntry(customer(id), 2, { cause: given }));
      await standings.put(where, aStored(id, 2));
      await codes.create(where, [aCode(id), aCode(id + 5, { customerId: customer(id), generation: 2 })], NOW);
      await codes.use(where, code(id), order(id));
    }
    await cards.emit(
      where,
      [2, 1, 3].map((id) => aBlank(id, { state: 'issued', customerId: customer(1), issuedAt: NOW })),
    );
    for (const [id, version] of [
      [1, 1],
      [1, 2],
      [2, 1],
    ] as const)
      await programs.publish(where, aVersion(id, version));
    await readModels.putFigures(where, customer(1), someFigures({ spentMinor: 7, lastPurchaseAt: NOW, sequence: 2 }));
  };

  it('gives in one answer what the stores give one by one, of one customer of one shop', async () => {
    await everything(shop());
    await everything(neighbour);
    const facts = await stores().facts.of(shop(), customer(1));
    expect(facts).toEqual({
      last: await stores().journal.last(shop(), customer(1)),
      customer: await stores().customers.find(shop(), customer(1)),
      purchases: await stores().purchases.ofCustomer(shop(), customer(1)),
      referred: await stores().facts.referred(shop(), { from: customer(1), to: customer(1) }),
      givers: [],
      cards: await stores().cards.ofCustomer(shop(), customer(1)),
      manual: await stores().journal.manualFacts(shop(), customer(1)),
      uses: (await stores().codes.usesOf(shop(), { from: customer(1), to: customer(1) })).get(customer(1)),
      versions: await stores().programs.allVersions(shop()),
      copy: await stores().standings.find(shop(), customer(1)),
      figures: someFigures({ spentMinor: 7, lastPurchaseAt: NOW, sequence: 2 }),
      terms: { owedCounts: true, timeZone: 'Europe/Prague' },
    });
    expect(facts?.cards.map(({ number }) => number)).toEqual([1, 2, 3].map(cardNumber));
    expect(facts?.versions).toHaveLength(3);
  });

  it('gives many who are asked for at one moment each their own', async () => {
    await everything(shop());
    const ids = [1, 2, 99].map(customer);
    const one: unknown[] = [];
    for (const id of ids) one.push(await stores().facts.of(shop(), id));
    const asked = [...ids, ...ids].map((id) => stores().facts.of(shop(), id));
    expect(await Promise.all(asked)).toEqual([...one, ...one]);
    expect(one).toEqual([expect.anything(), expect.anything(), null]);
    expect(one[0]).not.toEqual(one[1]);
  });

  it('gives somebody of whom nothing is known yet', async () => {
    await stores().customers.create(shop(), aCustomer(3));
    const nothing = {
      last: null,
      purchases: [],
      referred: [],
      givers: [],
      cards: [],
      manual: [],
      versions: [],
      copy: null,
      figures: NO_FIGURES,
      uses: [],
      terms: null,
    };
    expect(await stores().facts.of(shop(), customer(3))).toEqual({ customer: aCustomer(3), ...nothing });
  });

  it('reads the journals’ last numbers before everything else', async () => {
    const { customers, facts, journal, purchases } = stores();
    const ids = [1, 2].map(customer);
    await Promise.all([1, 2].map((n) => customers.create(shop(), aCustomer(n))));
    let isOver = false;
    const write = async (): Promise<void> => {
      for (let n = 1; n <= 150; n += 1) {
        for (const [i, id] of ids.entries()) {
          await purchases.record(shop(), order(2 * n + i), anOrder(2 * n + i), []);
          await purchases.attribute(shop(), order(2 * n + i), id, false);
          await journal.append(shop(), anEntry(id, n));
        }
      }
      isOver = true;
    };
    const read = async (): Promise<void> => {
      while (!isOver) {
        const seen = await Promise.all(ids.map((id) => facts.of(shop(), id)));
        for (const one of seen) expect(one?.purchases.length).toBeGreaterThanOrEqual(one?.last?.sequence ?? 0);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await Promise.all([write(), read(), read(), read()]);
    expect((await facts.of(shop(), customer(2)))?.last?.sequence).toBe(150);
  });

  it('knows nobody of another shop', async () => {
    await everything(neighbour);
    expect(await stores().facts.of(shop(), customer(1))).toBeNull();
  });

  it('gives a card with whose it is and what they are owed, of one shop', async () => {
    await everything(shop());
    await everything(neighbour);
    expect(await stores().facts.ofCard(shop(), cardNumber(2))).toEqual({
      card: { state: 'issued', customerId: customer(1), expiresAt: null },
      holder: aName,
      copy: await stores().standings.find(shop(), customer(1)),
    });
  });

  it('gives a card that nobody has, and one whose holder has no standing yet', async () => {
    await stores().cards.emit(shop(), [aBlank(1, { expiresAt: NOW }), aBlank(2, { customerId: customer(3) })]);
    await stores().customers.create(shop(), aCustomer(3));
    const blank = { card: { state: 'emitted', customerId: null, expiresAt: NOW }, holder: null, copy: null };
    expect(await stores().facts.ofCard(shop(), cardNumber(1))).toEqual(blank);
    const { holder, copy } = (await stores().facts.ofCard(shop(), cardNumber(2))) ?? {};
    expect([holder?.id, copy]).toEqual([customer(3), null]);
  });

  it('knows no card of another shop, nor who holds it', async () => {
    await everything(neighbour);
    expect(await stores().facts.ofCard(shop(), cardNumber(1))).toBeNull();
    await stores().cards.emit(shop(), [aBlank(1, { state: 'issued', customerId: customer(1), issuedAt: NOW })]);
    expect(await stores().facts.ofCard(shop(), cardNumber(1))).toMatchObject({ holder: null, copy: null });
  });

  it('gives a history of more purchases than one answer of the database holds', async () => {
    await stores().customers.create(shop(), aCustomer(1));
    for (let id = 1; id <= 250; id += 1) {
      await stores().purchases.record(shop(), order(id), anOrder(id), []);
      await stores().purchases.attribute(shop(), order(id), customer(1), false);
    }
    expect((await stores().facts.of(shop(), customer(1)))?.purchases).toHaveLength(250);
  });
}
