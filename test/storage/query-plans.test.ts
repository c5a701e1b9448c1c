import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerQuery } from '../../server/app/ports/read-models.ts';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import type { InboxId, ShopId } from '../../shared/domain/ids.ts';
import { anOrder, cardNumber, customer, order, program, shopper } from '../app/builders.ts';
import { countedIds } from '../app/counted.ts';
import { aShop } from '../app/set-up.ts';
import { collect } from '../battery/place.ts';
import {
  aBlank,
  aCustomer,
  aDelivery,
  anEntry,
  aSeries,
  aStored,
  everybody,
  NOW,
  series,
  someFigures,
} from '../battery/samples.ts';
import { aLot, drawId } from '../support/builders/a-draw.ts';
import { simulationId } from '../support/builders/a-simulation.ts';
import { testMongo } from '../support/mongo.ts';
import { type Calls, codeReads, codeWrites } from './code-calls.ts';
import { expectGood } from './expect-good.ts';
import { type Operation, profile } from './profiled.ts';
import { seedPlans } from './seed-plans.ts';

const SHOP = 'plans.myshopify.com' as ShopId;
const COUNT = 1500;
const PAGE = 20;
const list = { drawId: drawId(1), listId: 'one' };
const DAY = 86_400_000;
const range = { from: customer(500), to: customer(599) };
const inboxId = (i: number) => `inb_${SHOP.slice(0, 5)}${String(i).padStart(10, '0')}` as InboxId;

const mongo = testMongo();
let storage: Storage;
let during: (call: () => Promise<unknown>) => Promise<readonly Operation[]>;

beforeAll(async () => {
  const encryptionKeys = [{ id: 'test', key: Buffer.alloc(32, 1) }];
  storage = await openStorage({ uri: mongo.uri(), encryptionKeys, newInboxId: countedIds().inbox });
  const { shops, cards, programs } = storage.stores;
  for (const name of ['plans', 'other-plans', 'third-plans']) {
    const shop = `${name}.myshopify.com` as ShopId;
    await seedPlans(mongo.database(), shop, COUNT);
    await shops.save(aShop({ id: shop }));
    for (const id of [1, 2, 3, 4, 5]) await cards.createSeries(shop, aSeries(id));
    await programs.create(shop, { ...aProgram, id: program(1) });
  }
  ({ during } = await profile(mongo.database()));
}, 60_000);
afterAll(() => storage.close());

const aProgram = {
  name: 'Regulars',
  state: 'draft',
  draft: null,
  createdAt: NOW,
  endedAt: null,
  lastVersion: 0,
} as const;

function check(calls: () => Calls, slack = 2): void {
  it.each(Object.keys(calls()))('%s', async (name) => {
    const call = calls()[name];
    if (call === undefined) throw new Error(name);
    expectGood(await during(call), slack);
  });
}

describe('reading draws goes by an index, one shop at a time', () => {
  const stores = () => storage.stores;
  check(() => ({
    'a draw': () => stores().draws.find(SHOP, drawId(7)),
    'all draws, the newest first': () => stores().draws.list(SHOP),
    'draws the clock has to look at': () => stores().draws.due(SHOP, Number.MAX_SAFE_INTEGER),
    'the lots of a draw': () => collect(stores().draws.lots(SHOP, list)),
    'some lots of a draw': () => stores().draws.findLots(SHOP, list, [aLot(3), aLot(6)]),
    'the lots of a customer': () => stores().draws.lotsOf(SHOP, customer(7)),
  }));
});

describe('reading what grows goes by an index, one shop at a time', () => {
  const stores = () => storage.stores;
  check(() => ({
    'a customer': () => stores().customers.find(SHOP, customer(7)),
    'a customer by Shopify’s number': () => stores().customers.findByShopifyId(SHOP, shopper(7)),
    'some customers': () => stores().customers.findMany(SHOP, [1, 2, 3].map(customer)),
    'a page of all customers': () => stores().customers.ids(SHOP, customer(700), PAGE),
    'how many customers': () => stores().customers.count(SHOP, ['entered', 'check']),
    'a row of the directory': () => stores().readModels.row(SHOP, customer(7)),
    'a card': () => stores().cards.find(SHOP, cardNumber(7)),
    'cards of a customer': () => stores().cards.ofCustomer(SHOP, customer(9)),
    'cards of some customers': () => stores().cards.ofCustomers(SHOP, range),
    'the card an order gave': () => stores().cards.givenBy(SHOP, order(9)),
    'a page of a series': () =>
      stores().cards.list(SHOP, {
        seriesId: series(2),
        programId: null,
        states: [],
        after: cardNumber(100),
        max: PAGE,
      }),
    'a page of a program’s issued cards': () =>
      stores().cards.list(SHOP, {
        seriesId: null,
        programId: program(1),
        states: ['issued', 'blocked'],
        after: null,
        max: PAGE,
      }),
    'a page of all cards': () =>
      stores().cards.list(SHOP, { seriesId: null, programId: null, states: [], after: cardNumber(700), max: PAGE }),
    'cards that time ends': () => stores().cards.due(SHOP, NOW + 300, PAGE),
    'the last entry': () => stores().journal.last(SHOP, customer(7)),
    'a page of the journal': () => stores().journal.page(SHOP, customer(7), 2, PAGE),
    'what people decided': () => stores().journal.manualFacts(SHOP, customer(30)),
    'what people decided, of some': () => stores().journal.manualFactsOf(SHOP, range),
    'the last entries of some': () => stores().journal.lastEntries(SHOP, range),
    'the last numbers of some': () => stores().journal.lastSequences(SHOP, range),
    'a standing': () => stores().standings.find(SHOP, customer(7)),
    'what a standing is worked out from': () => stores().facts.of(SHOP, customer(9)),
    'what a quote by card number asks': () => stores().facts.ofCard(SHOP, cardNumber(9)),
    'some standings': () => stores().standings.findMany(SHOP, [1, 2, 3].map(customer)),
    'standings of a stretch': () => stores().standings.ofCustomers(SHOP, range),
    'standings that time changes': () => stores().standings.due(SHOP, NOW + 500, PAGE),
    'all standings': () => collect(stores().standings.all(SHOP)),
    'a purchase': () => stores().purchases.find(SHOP, order(7)),
    'purchases of a customer': () => stores().purchases.ofCustomer(SHOP, customer(7)),
    'purchases that name somebody': () =>
      stores().purchases.naming(SHOP, { cards: [cardNumber(5)], shopifyCustomerIds: [shopper(6)] }),
    'a page of a customer’s purchases': () =>
      stores().readModels.purchasesOf(SHOP, customer(7), { processedAt: NOW, orderId: order(1) }, PAGE),
    'all purchases, by customer': () => collect(stores().purchases.byCustomer(SHOP)),
    'purchases of a stretch, by customer': () => collect(stores().purchases.byCustomer(SHOP, range)),
    ...codeReads(stores, SHOP),
    'a delivery': () => stores().inbox.find(SHOP, inboxId(8)),
    'a page of the inbox': () => stores().inbox.list(SHOP, { states: [], before: inboxId(500), max: PAGE }),
    'a page of failed deliveries': () =>
      stores().inbox.list(SHOP, { states: ['failed', 'refused'], before: null, max: PAGE }),
    'how many deliveries': () => stores().inbox.counts(SHOP),
    'how much waits to be sent': () => stores().outbox.waiting(SHOP),
    'wrong numbers': () => stores().guesses.counts(SHOP, ['shop', 'address:2'], NOW + 1),
    'wrong numbers by window': () => stores().guesses.since(SHOP, NOW + COUNT - 50),
    'purchases by channel': () => stores().readModels.purchasesByChannel(SHOP, NOW - 5 * DAY),
    'the tokens': () => stores().sessions.load(SHOP),
    'the shop': () => stores().shops.find(SHOP),
    'the privacy files': () => storage.privacyFiles.list(SHOP),
    'a privacy file': () => storage.privacyFiles.read(SHOP, '1'),
    'the imports': () => stores().imports.all(SHOP),
    'all versions': () => stores().programs.allVersions(SHOP),
  }));

  it('the home page reads returned purchases one by one and the rest from the index', async () => {
    const operations = await during(() => stores().readModels.home(SHOP, 'Europe/Prague', NOW));
    // The thirty days that come of adding up are sorted, and nothing else.
    expectGood(
      operations.map((one) => ({ ...one, sortsInMemory: one.sortsInMemory && one.rows > 31 })),
      2,
    );
  });
});

describe('a simulation reads by an index, one shop at a time', () => {
  const stores = () => storage.stores;
  const everything = { from: null, before: null };
  check(() => ({
    'everything of a span': () =>
      collect(stores().purchases.past(SHOP, { from: NOW - 90 * DAY, before: NOW - 9 * DAY })),
    'how much there is to read': () => stores().purchases.countPast(SHOP, everything, 1e9),
    'whether there is any past': () => stores().purchases.countPast(SHOP, everything, 1),
    'all unit costs': () => collect(stores().costs.all(SHOP)),
    'one of them': () => stores().simulations.find(SHOP, simulationId(7)),
    'the last ones': () => stores().simulations.list(SHOP, 20),
  }));
});

describe('a page of the directory costs the same, however it is asked for', () => {
  const orders: readonly CustomerQuery['order'][] = ['newest', 'surname', 'spent', 'last_purchase'];
  const filters: readonly CustomerQuery['has'][] = [null, 'card', 'no_card', 'due_card', 'discount', 'conflict'];

  it.each(orders.flatMap((by) => filters.map((has) => [by, has] as const)))('%s, filter %s', async (by, has) => {
    const { customers } = storage.stores.readModels;
    const query = everybody({ order: by, has, max: 5 });
    const first = await customers(SHOP, query);
    const operations = await during(() => customers(SHOP, { ...query, after: first.nextAfter }));
    // Three states are merged, each of which is looked into once before it is known which comes first.
    expectGood(operations, 3);
  });

  it('the two-hundredth page costs what the second does', async () => {
    const { customers } = storage.stores.readModels;
    let after: string | null = null;
    for (let page = 0; page < 200; page += 1) {
      after = (await customers(SHOP, everybody({ order: 'spent', max: 5, after }))).nextAfter;
    }
    expectGood(await during(() => customers(SHOP, everybody({ order: 'spent', max: 5, after }))), 3);
  });

  it('a search looks at those whose words begin so, and at nobody else', async () => {
    const { customers } = storage.stores.readModels;
    const operations = await during(() => customers(SHOP, everybody({ search: 'wolters', order: 'spent', max: PAGE })));
    expect(operations).toHaveLength(1);
    expect(operations[0]?.plan).toContain('words: 1');
    expect(operations[0]?.docsExamined).toBeLessThanOrEqual(COUNT / 6);
    expect(Object.keys(operations[0]?.filter ?? {})[0]).toBe('shop');
  });

  it('a search for two words goes by the rarer one, which the index tells', async () => {
    const { customers } = storage.stores.readModels;
    const operations = await during(() => customers(SHOP, everybody({ search: 'anna wolters', max: PAGE })));
    expect(operations).toHaveLength(3);
    for (const { plan, docsExamined } of operations) {
      expect(plan).toContain('words: 1');
      expect(docsExamined).toBeLessThanOrEqual(COUNT / 6);
    }
  });
});

describe('writing goes by an index too', () => {
  const stores = () => storage.stores;
  const staff = { at: NOW, by: null, kind: 'blocked', customerId: null, note: '' } as const;
  check(() => ({
    'changing a customer': () => stores().customers.change(SHOP, aCustomer(7), { surname: 'Thal' }),
    'the figures of a customer': () => stores().readModels.putFigures(SHOP, customer(7), someFigures({ sequence: 3 })),
    'changing a card': () => stores().cards.change(SHOP, aBlank(7), { state: 'blocked' }, staff),
    'forgetting a holder': () => stores().cards.forgetHolder(SHOP, customer(9), staff),
    'a repeated entry': () =>
      stores()
        .journal.append(SHOP, anEntry(customer(7), 2))
        .then(() => stores().journal.last(SHOP, customer(7))),
    'forgetting a journal': () => stores().journal.forgetCustomer(SHOP, customer(8)),
    'a standing': () => stores().standings.put(SHOP, aStored(7, 3)),
    'a purchase told again': () => stores().purchases.record(SHOP, order(7), anOrder(7, { updatedAt: NOW }), []),
    'whose a purchase is': () => stores().purchases.attribute(SHOP, order(7), customer(1), false),
    'moving purchases': () => stores().purchases.move(SHOP, customer(11), customer(12)),
    'forgetting a buyer': () =>
      stores().purchases.forgetBuyer(SHOP, {
        customerIds: [customer(20)],
        shopifyCustomerIds: [shopper(20)],
        orderIds: [],
      }),
    ...codeWrites(stores, SHOP),
    'lots of a merged customer': () => stores().draws.moveLots(SHOP, customer(11), customer(12)),
    'lots of somebody forgotten': () => stores().draws.forgetHolder(SHOP, customer(13)),
    'the lists of a draw that do not hold': () =>
      stores().draws.dropOtherLists(SHOP, { drawId: drawId(1), listId: 'one' }),
    'deleting orders': () => stores().purchases.deleteOrders(SHOP, [order(21), order(22)]),
    'a delivery told twice': () => stores().inbox.file(SHOP, aDelivery('w8')),
    'replaying a delivery': () => stores().inbox.replay(SHOP, inboxId(1), NOW),
    sending: () =>
      stores().outbox.sent(
        SHOP,
        [6, 7, 8].map((id) => ({ customerId: customer(id), sequence: 2 })),
      ),
    'failing to send': () => stores().outbox.failed(SHOP, customer(9), NOW + 9, 'shopify_throttled'),
    'a wrong number': () => stores().guesses.count(SHOP, ['shop'], NOW + 1, Date.now() + DAY),
    'a lock': () => stores().sessions.lock(SHOP, NOW, NOW + 9),
    'a privacy file': () =>
      storage.privacyFiles.put(SHOP, { requestId: '1', customerId: null, madeAt: NOW, body: '{}' }),
    'forgetting privacy files': () => storage.privacyFiles.forgetCustomer(SHOP, customer(1)),
  }));
});

describe('the jobs that serve every shop look at what is due and at nothing else', () => {
  const stores = () => storage.stores;
  const calls: Calls = {
    'deliveries to act on': () => stores().inbox.claim(NOW, NOW + 60_000, 16),
    'codes to make': () => stores().codes.claim(NOW + 40, NOW + 60_000, 25),
    'standings to send': () => stores().outbox.claim(NOW + 40, NOW + 60_000, 25),
    'installed shops': () => stores().shops.installedShops(),
    'old privacy files': () => storage.privacyFiles.forget(NOW - DAY),
  };
  it.each(Object.keys(calls))('%s', async (name) => {
    const operations = await during(calls[name] ?? (async () => undefined));
    expect(operations.length).toBeGreaterThan(0);
    for (const operation of operations) {
      expect(operation.plan).not.toContain('COLLSCAN');
      expect(operation.sortsInMemory).toBe(false);
      expect(operation.docsExamined).toBeLessThanOrEqual(operation.rows + 1);
    }
  });

  it('bodies to forget, shop by shop', async () => {
    const operations = await during(() => stores().inbox.forgetBodies(NOW - COUNT + 20));
    expect(operations.map(({ plan }) => plan)).not.toContain('COLLSCAN');
    expect(Math.max(...operations.map(({ docsExamined }) => docsExamined))).toBeLessThan(50);
  });

  it('a shopper to forget: the bodies of that shop', async () => {
    const operations = await during(() => stores().inbox.forgetCustomer(SHOP, '7'));
    for (const { plan, docsExamined } of operations) {
      expect(plan).not.toContain('COLLSCAN');
      expect(docsExamined).toBeLessThanOrEqual(COUNT);
    }
  });
});
