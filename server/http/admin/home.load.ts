import type { Attention, HomeView } from '../../../shared/contract/api.ts';
import type { CustomerPageOf } from '../../app/ports/read-models.ts';
import type { Shop } from '../../app/ports/shop-store.ts';
import { byKind } from '../../app/purchase/import-kinds.ts';
import type { HttpDeps } from '../deps.ts';
import { importView } from './import.routes.ts';

const DAY_MS = 86_400_000;
/** Customers are counted up to here; "100 or more" is as good a reason to look. */
const DUE_MAX = 100;

/** Set-up guide, key figures, and what wants attention. */
export async function loadHome(deps: HttpDeps, shop: Shop): Promise<HomeView> {
  const { stores, clock } = deps;
  const [figures, imports, attention, guide] = await Promise.all([
    stores.readModels.home(shop.id, shop.timeZone, clock.now()),
    stores.imports.all(shop.id),
    attentionOf(deps, shop),
    guideOf(deps, shop),
  ]);
  return { guide, figures, attention, imports: byKind(imports).map(importView) };
}

async function guideOf({ stores }: HttpDeps, shop: Shop): Promise<HomeView['guide']> {
  const [programs, series, imports, purchases] = await Promise.all([
    stores.programs.list(shop.id),
    stores.cards.listSeries(shop.id),
    stores.imports.all(shop.id),
    stores.readModels.purchasesByChannel(shop.id, 0),
  ]);
  const bought = purchases.web + purchases.till + purchases.other;
  return [
    { step: 'publish_program', done: programs.some((program) => program.lastVersion > 0) },
    { step: 'emit_cards', done: series.length > 0 },
    { step: 'import_history', done: imports.some(({ kind, state }) => kind !== 'costs' && state === 'done') },
    { step: 'place_card_field', done: shop.guide.place_card_field !== undefined },
    { step: 'first_purchase', done: bought > 0 },
  ];
}

/** A page is counted, not the whole list. */
const rowsOf = ({ rows, nextAfter }: CustomerPageOf) => ({
  count: rows.length,
  ...(nextAfter === null ? {} : { hasMore: true as const }),
});

async function attentionOf({ stores, clock }: HttpDeps, shop: Shop): Promise<readonly Attention[]> {
  const query = { search: '', states: [], order: 'newest', after: null, max: DUE_MAX } as const;
  const [inbox, guesses, waiting, toCheck, due, conflicts] = await Promise.all([
    stores.inbox.counts(shop.id),
    stores.guesses.since(shop.id, clock.now() - DAY_MS),
    stores.outbox.waiting(shop.id),
    stores.customers.count(shop.id, ['check']),
    stores.readModels.customers(shop.id, { ...query, has: 'due_card' }),
    stores.readModels.customers(shop.id, { ...query, has: 'conflict' }),
  ]);
  const limited = guesses.reduce((sum, window) => sum + window.limited, 0);
  const counted = [
    { kind: 'refused_webhooks', count: inbox.refused },
    { kind: 'failed_webhooks', count: inbox.failed },
    { kind: 'card_guessing', count: limited },
    { kind: 'rewards_used_twice', ...rowsOf(conflicts) },
    { kind: 'entitlements_waiting', count: waiting },
    { kind: 'customers_to_check', count: toCheck },
    { kind: 'cards_due', ...rowsOf(due) },
  ] as const;
  const discount: Attention[] = shop.discountNodeId === null ? [{ kind: 'discount_missing' }] : [];
  return [...discount, ...counted.filter(({ count }) => count > 0)];
}
