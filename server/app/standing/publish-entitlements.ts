import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { OutboxItem } from '../ports/entitlement-outbox.ts';
import type { Shop } from '../ports/shop-store.ts';
import { createSettleCodes } from '../reward/settle-codes.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { calls, nothing, type Parcel, parcelsOf } from './entitlement-parcels.ts';

const ROWS_MAX = 25;
/** Longer than a throttled call may take; a process that dies gives its rows back after it. */
const LEASE_MS = 60_000;
const RETRY_FIRST_MS = 1000;
const RETRY_MAX_MS = 10 * 60_000;

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'chance' | 'log'>;

/**
 * Tells checkout what the standings are now: takes what waits longest, up to 25 customers of one shop, and sends it in
 * one call. What is sent is read after the rows were leased, so a row that comes back later is never older than what
 * went out before. Answers how many rows it took.
 */
export function createPublishEntitlements(deps: Deps): UseCases['publishEntitlements'] {
  const { stores, clock } = deps;
  return async () => {
    const now = clock.now();
    const items = await stores.outbox.claim(now, now + LEASE_MS, ROWS_MAX);
    const [first] = items;
    if (first === undefined) return 0;
    const shop = await stores.shops.find(first.shop);
    if (shop === null || shop.state === 'uninstalled') await settle(deps, items.map(nothing));
    else await tell(deps, shop, items);
    return items.length;
  };
}

/** Codes first: when the rows are gone, everything that they stood for is on its way. */
async function tell(deps: Deps, shop: Shop, items: readonly OutboxItem[]): Promise<void> {
  const parcels = await parcelsOf(deps, shop, items);
  await createSettleCodes(deps)(
    shop.id,
    parcels.map(({ item, standing }) => ({ customerId: item.customerId, standing })),
  );
  await send(deps, shop.id, parcels);
}

async function send(deps: Deps, shop: ShopId, parcels: readonly Parcel[]): Promise<void> {
  await settle(
    deps,
    parcels.filter(({ metafields }) => metafields.length === 0),
  );
  for (const batch of calls(parcels.filter(({ metafields }) => metafields.length > 0))) {
    await sendBatch(deps, shop, batch);
  }
}

/** A call is atomic: when Shopify refuses one of many, each goes by itself, so that it holds up nobody else. */
async function sendBatch(deps: Deps, shop: ShopId, batch: readonly Parcel[]): Promise<void> {
  try {
    const answers = await deps.admin.putEntitlements(
      shop,
      batch.flatMap(({ metafields }) => metafields),
    );
    const unknown = answers.filter(({ outcome }) => outcome === 'unknown_customer').length;
    if (unknown > 0) deps.log.info('entitlement.customer_unknown', { shop, count: unknown });
    await settle(deps, batch);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'shop_uninstalled') await settle(deps, batch);
    else if (error.retryable || batch.length === 1) await postpone(deps, batch, error);
    else for (const parcel of batch) await sendBatch(deps, shop, [parcel]);
  }
}

/** All of one shop. */
async function settle({ stores }: Deps, parcels: readonly Parcel[]): Promise<void> {
  const [first] = parcels;
  if (first === undefined) return;
  const sent = parcels.map(({ item, sequence }) => ({ customerId: item.customerId, sequence }));
  await stores.outbox.sent(first.item.shop, sent);
}

async function postpone({ stores, clock, log }: Deps, batch: readonly Parcel[], error: AppError): Promise<void> {
  const facts = { shop: batch[0]?.item.shop, count: batch.length, code: error.code };
  if (error.retryable) log.warn('entitlement.postponed', facts);
  else log.error('entitlement.refused', facts);
  const again = (tries: number) => clock.now() + Math.min(RETRY_FIRST_MS * 2 ** Math.min(tries - 1, 20), RETRY_MAX_MS);
  await Promise.all(
    batch.map(({ item }) => stores.outbox.failed(item.shop, item.customerId, again(item.tries), error.code)),
  );
}
