import type { ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { HttpDeps } from '../deps.ts';

type Deps = { readonly stores: Pick<HttpDeps['stores'], 'programs'> };

/** What each program of the shop is called now. */
export async function programNames(deps: Deps, shop: ShopId): Promise<ReadonlyMap<ProgramId, string>> {
  const programs = await deps.stores.programs.list(shop);
  return new Map(programs.map((program) => [program.id, program.name]));
}
