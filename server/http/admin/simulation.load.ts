import type {
  GainerView,
  SimulationListView,
  SimulationResultView,
  SimulationRowView,
  SimulationView,
} from '../../../shared/contract/simulation.ts';
import { dayOf } from '../../../shared/domain/calendar/day.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Summary } from '../../../shared/domain/simulation/summary.ts';
import { followMerges } from '../../app/customer/follow-merges.ts';
import type { SimulatedProgram, Simulation } from '../../app/ports/simulation-store.ts';
import { SIMULATIONS_KEPT } from '../../app/simulation/start-simulation.ts';
import type { HttpDeps } from '../deps.ts';
import { fullName } from './full-name.ts';
import { shopOf } from './shop-of.ts';

type Deps = Pick<HttpDeps, 'stores'>;

function simulationRow({ asked, ...simulation }: Simulation, timeZone: string): SimulationRowView {
  const { id, state, createdAt, endedAt, progress, errorId } = simulation;
  const { programs, from, before } = asked;
  return {
    ...{ id, state, createdAt, endedAt, errorId, ...progress },
    programs: programs.map(({ programId, version, program }) => ({ programId, version, name: program.name })),
    fromDay: from === null ? null : dayOf(from, timeZone),
    toDay: before === null ? null : dayOf(before - 1, timeZone),
  };
}

/** The last ones of a shop, and whether it has any past at all. */
export async function loadSimulations(deps: Deps, shop: ShopId): Promise<SimulationListView> {
  const { simulations, purchases } = deps.stores;
  const everything = { from: null, before: null };
  const [{ timeZone }, list, past] = await Promise.all([
    shopOf(deps, shop),
    simulations.list(shop, SIMULATIONS_KEPT),
    purchases.countPast(shop, everything, 1),
  ]);
  return { rows: list.map((one) => simulationRow(one, timeZone)), hasPast: past > 0 };
}

/** One simulation, with the names that those who gain most have today. */
export async function loadSimulationView(deps: Deps, shop: ShopId, simulation: Simulation): Promise<SimulationView> {
  const { timeZone } = await shopOf(deps, shop);
  const { asked, result } = simulation;
  const { marginBp, owedCounts, programs } = asked;
  const found = programs.flatMap((one, i) => (result?.[i] === undefined ? [] : [{ one, summary: result[i] }]));
  const results = await Promise.all(found.map(({ one, summary }) => resultView(deps, shop, one, summary)));
  const isDone = simulation.state === 'done';
  return { ...simulationRow(simulation, timeZone), marginBp, owedCounts, results: isDone ? results : null };
}

async function resultView(
  deps: Deps,
  shop: ShopId,
  { program: { mechanic, membership, referral } }: SimulatedProgram,
  summary: Summary,
): Promise<SimulationResultView> {
  const top = await namesOf(deps, shop, summary.gains.top);
  return { ...summary, mechanic, membership, isHandedOn: referral !== undefined, gains: { ...summary.gains, top } };
}

/** Whoever was merged is whoever they became; whoever was erased is nobody. */
async function namesOf(
  { stores: { customers } }: Deps,
  shop: ShopId,
  top: Summary['gains']['top'],
): Promise<readonly GainerView[]> {
  const ids = top.flatMap(({ customerId }) => (customerId === null ? [] : [customerId as CustomerId]));
  const known = new Map((await customers.findMany(shop, ids)).map((customer) => [String(customer.id), customer]));
  return Promise.all(
    top.map(async (gainer) => {
      const found = await followMerges(customers, shop, known.get(gainer.customerId ?? '') ?? null);
      if (found === null || found.state === 'erased') return { ...gainer, customerId: null, name: '' };
      return { ...gainer, customerId: found.id, name: fullName(found) };
    }),
  );
}
