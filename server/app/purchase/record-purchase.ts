import { isWelcome, readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import type { NoteVisit } from '../club/note-visit.ts';
import { followMerges } from '../customer/follow-merges.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { RecentShops } from '../recent-shops.ts';
import { createRecordUses } from '../reward/record-uses.ts';
import type { EnsureStanding } from '../standing/ensure-standing.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { RecordPurchase, UseCases } from '../use-cases.ts';
import { type AttributePurchases, touchedBy } from './attribute-purchases.ts';
import { causeOfPurchase } from './cause-of-purchase.ts';
import { createLatelyFinished } from './lately-finished.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'> &
  Pick<UseCases, 'refreshStanding'> & { readonly recentShops: Pick<RecentShops, 'find'> };

/**
 * One fact about an order: a snapshot, refunds, or both. Recorded first, then attributed, then the standings that it
 * touches are refreshed; each step is right by itself, so a repeat picks up wherever an earlier try was cut short.
 */
export function createRecordPurchase(
  deps: Deps,
  attribute: AttributePurchases,
  ensureStanding: EnsureStanding,
  noteVisit: NoteVisit,
): UseCases['recordPurchase'] {
  const { shops, purchases } = deps.stores;
  const finished = createLatelyFinished(deps.clock);
  const recordUses = createRecordUses(deps);
  return async (shop, command) => {
    const { orderId, refunds } = command;
    if (command.snapshot === null && refunds.length === 0) return { outcome: 'skipped', why: 'nothing_told' };
    // A shop that was not there a moment ago may be by now.
    const known = (await deps.recentShops.find(shop)) ?? (await shops.find(shop));
    if (known === null) return { outcome: 'skipped', why: 'unknown_shop' };
    const snapshot = await withCard(deps, known, command);
    const { outcome, purchase: recorded } = await purchases.record(shop, orderId, snapshot, refunds);
    const isRepeat = outcome === 'unchanged' && isOfSame(snapshot, recorded.snapshot);
    if (isRepeat && finished.has(shop, recorded)) return { outcome, customerId: recorded.customerId };
    const holders = await recordUses(shop, recorded);
    const purchase = await attribute.one(shop, recorded);
    if (purchase === null) return { outcome: 'skipped', why: 'deleted_meanwhile' };
    const cause = causeOfPurchase(command, purchase);
    for (const customerId of new Set([...touchedBy(purchase), ...holders]))
      await deps.refreshStanding(shop, customerId, cause, null);
    // Whether their codes are still good may have changed though their standings have not: an unpaid order, cancelled.
    for (const holder of holders) await deps.stores.outbox.put(shop, holder, 0, deps.clock.now());
    const isPlain = !purchase.contested && isOfSame(snapshot, purchase.snapshot);
    if (!isPlain) await ensureOthers(deps, shop, [snapshot, purchase.snapshot], (id) => ensureStanding(shop, id));
    await noteVisit(known, purchase);
    finished.add(shop, purchase);
    return { outcome, customerId: purchase.customerId };
  };
}

const isOfSame = (a: OrderSnapshot | null, b: OrderSnapshot | null): boolean =>
  a === null || a.shopifyCustomerId === (b?.shopifyCustomerId ?? null);

/**
 * Whoever was entered on the way and is not the owner (a card decided, or a newer snapshot names somebody else) is a
 * customer all the same, and has a standing.
 */
async function ensureOthers(
  { stores }: Deps,
  shop: ShopId,
  snapshots: readonly (OrderSnapshot | null)[],
  ensure: (id: CustomerId) => Promise<void>,
): Promise<void> {
  const { customers } = stores;
  for (const shopifyCustomerId of new Set(snapshots.map((snapshot) => snapshot?.shopifyCustomerId ?? null))) {
    const found = shopifyCustomerId === null ? null : await customers.findByShopifyId(shop, shopifyCustomerId);
    const other = await followMerges(customers, shop, found);
    if (other !== null) await ensure(other.id);
  }
}

/** A key that another process made this moment is not among those remembered. */
async function prove({ shops }: Deps['stores'], shop: Shop, statement: string) {
  const proven = readStatement(statement, shop.entitlementKeys, shop.id);
  if (proven !== null) return proven;
  const keys = (await shops.find(shop.id))?.entitlementKeys ?? [];
  return readStatement(statement, keys, shop.id);
}

/**
 * The snapshot with the card that the order proves. The statement's days do not matter any more: checkout has judged
 * them. One whose key has been rotated away leaves the card the order was known by; a forged one proves nothing.
 */
async function withCard(
  { stores, log }: Deps,
  shop: Shop,
  { orderId, snapshot, cardStatement }: RecordPurchase,
): Promise<OrderSnapshot | null> {
  if (snapshot === null || cardStatement === null) return snapshot;
  const proven = await prove(stores, shop, cardStatement);
  // Who is welcomed bought for themselves: the card says who handed it on (rules 2.7).
  if (proven !== null && isWelcome(proven)) return { ...snapshot, referredBy: proven.cardNumber };
  if (proven !== null) return { ...snapshot, cardNumber: proven.cardNumber };
  log.warn('purchase.statement_refused', { shop: shop.id, orderId });
  const known = await stores.purchases.find(shop.id, orderId);
  const referredBy = snapshot.referredBy ?? known?.snapshot?.referredBy;
  const cardNumber = snapshot.cardNumber ?? known?.snapshot?.cardNumber ?? null;
  return { ...snapshot, cardNumber, ...(referredBy === undefined ? {} : { referredBy }) };
}
