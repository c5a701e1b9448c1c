import type { JournalEntryView, JournalView } from '../../../shared/contract/api.ts';
import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { HttpDeps } from '../deps.ts';
import { programNames } from './program-names.ts';

type Page = { readonly before: number | null; readonly max: number };

/** A page of the journal with the names that its sentences need: of programs, of their levels then, of orders. */
export async function loadJournal(deps: HttpDeps, shop: ShopId, id: CustomerId, page: Page): Promise<JournalView> {
  const { journal, programs } = deps.stores;
  const [found, names, versions] = await Promise.all([
    journal.page(shop, id, page.before, page.max),
    programNames(deps, shop),
    programs.allVersions(shop),
  ]);
  const orderNames = await refundedOrders(deps, shop, found);
  const entries = found.map((entry) => entryView(entry, versions, orderNames));
  const last = found.length === page.max ? found.at(-1) : undefined;
  return { entries, nextBefore: last?.sequence ?? null, programNames: Object.fromEntries(names) };
}

type OrderNames = ReadonlyMap<OrderId, string | null>;

/** An order's own entry carries its name; a refund knows the order by its id alone. */
async function refundedOrders(
  { stores }: HttpDeps,
  shop: ShopId,
  entries: readonly JournalEntry[],
): Promise<OrderNames> {
  const ids = new Set(entries.flatMap(({ cause }) => (cause.kind === 'refund' ? [cause.orderId] : [])));
  const named = [...ids].map(async (orderId) => {
    const purchase = await stores.purchases.find(shop, orderId);
    return [orderId, purchase?.snapshot?.name ?? null] as const;
  });
  return new Map(await Promise.all(named));
}

function entryView(
  { id, sequence, at, asOf, by, cause, changes, standing }: JournalEntry,
  versions: readonly ProgramVersion[],
  orderNames: OrderNames,
): JournalEntryView {
  const levelled = new Set(changes.flatMap((change) => (change.kind === 'level' ? [change.programId] : [])));
  const levelNames = standing.standings
    .filter(({ programId }) => levelled.has(programId))
    .map(({ programId, version }) => {
      const mechanic = versions.find((one) => one.programId === programId && one.version === version)?.mechanic;
      return [programId, mechanic?.kind === 'levels' ? mechanic.levels.map(({ name }) => name) : []] as const;
    });
  const orderName = cause.kind === 'refund' ? (orderNames.get(cause.orderId) ?? null) : null;
  return { id, sequence, at, asOf, by, cause, changes, levelNames: Object.fromEntries(levelNames), orderName };
}
