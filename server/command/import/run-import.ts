import { parseCurrency } from '../../../shared/domain/money/currency.ts';
import type { IdsOf, PastPurchase } from '../../../shared/domain/purchase/past-purchase.ts';
import { textOf } from '../../../shared/text/text.ts';
import type { Shop } from '../../app/ports/shop-store.ts';
import type { Stores } from '../../app/ports/stores.ts';
import { createFilePastOrders, type FiledPast } from '../../app/purchase/file-past-orders.ts';
import { createCountPastOrders, createFindTwin } from '../../app/purchase/look-at-past-orders.ts';
import type { Reading } from '../../files/orders/read-orders.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { openFile } from './open-file.ts';
import { pastPurchases } from './past-purchases.ts';
import { createSaying, type Saying } from './saying.ts';
import type { Terminal } from './terminal.ts';
import { untilCounted } from './until-counted.ts';

/** The database of the Regulars that runs; null: there is none. */
export type OpenStores = () => Promise<{ readonly stores: Stores; readonly close: () => Promise<void> } | null>;

/** As many as one of Shopify's orders may have here (webhooks/values.ts). */
const LINES_MAX = 5000;
const [WHOLE, IN_PART, NOTHING, STOPPED] = [0, 1, 2, 130];

const { importOrders: words } = textOf('en');

type Work = {
  readonly stores: Stores;
  readonly shop: Shop;
  readonly ids: IdsOf;
  readonly reading: Reading;
  readonly terminal: Terminal;
  readonly saying: Saying;
};

/**
 * `npm run import`: hands the orders of a file over to the Regulars that runs, and waits until they are counted.
 * Answers the exit code: 0, 1 where something was left out, 2 where nothing was imported, 130 where it was stopped.
 */
export async function runImport(args: readonly string[], open: OpenStores, terminal: Terminal): Promise<number> {
  const asked = readArguments(args);
  if (!asked.ok) return refuse(terminal, words.expected(asked.error), words.usage);
  const opened = await open().catch((error: unknown) => ({ failed: error }));
  if (opened === null) return refuse(terminal, words.notRunning);
  if ('failed' in opened) return refuse(terminal, words.unreachable(String(opened.failed)));
  try {
    return await importInto(opened.stores, asked.value, terminal);
  } finally {
    await opened.close();
  }
}

function refuse({ complain }: Terminal, ...lines: readonly string[]): number {
  for (const line of lines) complain(line);
  return NOTHING;
}

async function importInto(stores: Stores, asked: Arguments, terminal: Terminal): Promise<number> {
  const shop = await stores.shops.find(asked.shop);
  if (shop === null || shop.state === 'uninstalled') {
    return refuse(terminal, words.unknownShop(asked.shop, await stores.shops.installedShops()));
  }
  if (asked.currency !== null && parseCurrency(asked.currency) !== shop.currency) {
    return refuse(terminal, words.otherCurrency(asked.currency, shop.currency));
  }
  terminal.say(words.into(shop.id, shop.currency, shop.timeZone));
  const saying = createSaying(terminal);
  const reading = await openFile(asked.orders, shop.currency, terminal, saying);
  if (reading === null) return NOTHING;
  const ids = asked.ids ?? 'other';
  // Who says that the ids are another system's is believed; that they are Shopify's cannot undo what was imported.
  const isSure = asked.ids === 'other';
  const twin = isSure ? null : await createFindTwin({ stores })(shop.id, ids, pastPurchases(reading.history));
  if (twin !== null) return refuse(terminal, ids === 'other' ? words.knownToShopify(twin) : words.knownAsOther(twin));
  const work: Work = { stores, shop, ids, reading, terminal, saying };
  return asked.isDry ? look(work) : handOver(work);
}

/** Orders that can be handed over, until somebody stops it; says which cannot. */
function createGood({ reading, terminal }: Work) {
  const { history, faults, spoiled } = reading;
  let isWhole = faults.length === 0;
  return {
    isWhole: () => isWhole,
    orders: function* (): Generator<PastPurchase> {
      for (const purchase of pastPurchases(history)) {
        if (terminal.isStopped()) return;
        const { orderId, lines } = purchase.order;
        if (spoiled.has(orderId)) continue;
        if (lines.length <= LINES_MAX) {
          yield purchase;
          continue;
        }
        terminal.complain(words.tooLong(String(orderId), LINES_MAX));
        isWhole = false;
      }
    },
  };
}

function complainOfIds({ terminal, ids }: Work, unusable: readonly string[]): void {
  for (const order of unusable) terminal.complain(words.unusable(order, ids));
}

async function look(work: Work): Promise<number> {
  const { stores, shop, ids, reading, terminal, saying } = work;
  const good = createGood(work);
  const tell = saying.share(words.looking);
  const { currency } = shop;
  const { fresh, corrected, unchanged, unusable } = await createCountPastOrders({ stores })(
    shop.id,
    { currency, ids },
    good.orders(),
    (done) => tell(done, reading.history.orders),
  );
  complainOfIds(work, unusable);
  if (terminal.isStopped()) return STOPPED;
  terminal.say(words.dry(fresh, corrected, unchanged));
  return good.isWhole() && unusable.length === 0 ? WHOLE : IN_PART;
}

async function handOver(work: Work): Promise<number> {
  const { stores, shop, ids, reading, terminal, saying } = work;
  const good = createGood(work);
  const tell = saying.share(words.filing);
  const { currency } = shop;
  const file = createFilePastOrders({ stores, clock: { now: Date.now } });
  const done = await file(shop.id, { currency, ids }, good.orders(), (orders) => tell(orders, reading.history.orders));
  complainOfIds(work, done.unusable);
  terminal.say(words.handedOver(done.filed, done.waiting, done.unchanged));
  const isWhole = good.isWhole() && done.unusable.length === 0;
  return terminal.isStopped() ? refuseRest(terminal) : awaitCounting(work, done, isWhole);
}

function refuseRest({ complain }: Terminal): number {
  complain(words.stopped);
  return STOPPED;
}

async function awaitCounting(work: Work, { filed, waiting, ids }: FiledPast, isWhole: boolean): Promise<number> {
  const { stores, shop, terminal, saying } = work;
  const { say, complain, now, isStopped } = terminal;
  const tell = saying.count(words.waiting);
  const counted = await untilCounted({ inbox: stores.inbox, now, isStopped, shop: shop.id, tell }, ids);
  if (counted.outcome === 'stopped') {
    complain(words.countingOn);
    return STOPPED;
  }
  if (counted.outcome === 'still') {
    complain(words.still);
    return IN_PART;
  }
  for (const { webhookId, state, outcome, faults: why } of counted.failed) {
    complain(words.failed(webhookId, outcome ?? (why.map(({ path }) => path).join(', ') || state)));
  }
  if (counted.failed.length > 0) return IN_PART;
  if (filed + waiting > 0) say(words.counted);
  return isWhole ? WHOLE : IN_PART;
}
