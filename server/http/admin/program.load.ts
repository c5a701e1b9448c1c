import type { ProgramRowView, ProgramView } from '../../../shared/contract/program.ts';
import type { ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Draft } from '../../app/ports/program-store.ts';
import { readStoredDraft } from '../../app/program/read-stored-draft.ts';
import type { HttpDeps } from '../deps.ts';
import { programRowView, programView } from './program.view.ts';

type Deps = Pick<HttpDeps, 'stores'>;

/** Every program of the shop, the newest first. */
export async function programRows(deps: Deps, shop: ShopId): Promise<readonly ProgramRowView[]> {
  const [programs, versions, holders] = await Promise.all([
    deps.stores.programs.list(shop),
    deps.stores.programs.allVersions(shop),
    holdersOf(deps, shop),
  ]);
  return [...programs]
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((program) => {
      const last = newestOf(program.id, versions);
      return programRowView(program, last, typedIn(program.draft), holders(program.id, last));
    });
}

/** One program with its draft and versions; null when the shop has none of that id. */
export async function loadProgramView(deps: Deps, shop: ShopId, id: ProgramId): Promise<ProgramView | null> {
  const [program, versions, shopNow, holders] = await Promise.all([
    deps.stores.programs.find(shop, id),
    deps.stores.programs.versions(shop, id),
    deps.stores.shops.find(shop),
    holdersOf(deps, shop),
  ]);
  if (program === null || shopNow === null) return null;
  const last = newestOf(id, versions);
  return programView(program, versions, typedIn(program.draft), holders(id, last), shopNow.currency);
}

/** Who takes part: with cards, those who hold one; without, everybody the shop knows. */
async function holdersOf({ stores }: Deps, shop: ShopId) {
  const [series, issued, everybody] = await Promise.all([
    stores.cards.listSeries(shop),
    stores.cards.issuedBySeries(shop),
    stores.customers.count(shop, ['entered', 'check']),
  ]);
  return (id: ProgramId, last: ProgramVersion | null): number => {
    if (last === null) return 0;
    if (last.membership.kind === 'everyone') return everybody;
    return series.reduce((sum, one) => sum + (one.programId === id ? (issued.get(one.id) ?? 0) : 0), 0);
  };
}

/** As far as the form of today can show it; what is wrong with it is said when it is checked. */
const typedIn = (stored: Draft | null): ProgramDraft | null => (stored === null ? null : readStoredDraft(stored).draft);

const newestOf = (id: ProgramId, versions: readonly ProgramVersion[]): ProgramVersion | null =>
  versions.filter((one) => one.programId === id).sort((a, b) => b.version - a.version)[0] ?? null;
