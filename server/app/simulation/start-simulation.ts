import { addDays, isDay, startOfDay } from '../../../shared/domain/calendar/day.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { type ReadDraft, readDraft } from '../../../shared/domain/program/read-draft.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { Asked, SimulatedProgram } from '../ports/simulation-store.ts';
import { readStoredDraft } from '../program/read-stored-draft.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { StartSimulation } from './simulation-use-cases.ts';

/** So many of a shop are kept, the newest; what they show is soon of yesterday. */
export const SIMULATIONS_KEPT = 20;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'log' | 'nudgeSimulations'>;
type Found = Result<
  SimulatedProgram,
  { readonly code: 'unknown_program' } | { readonly code: 'faults'; readonly faults: readonly Fault[] }
>;

/** Puts a simulation in line for a worker, with the programs as they are now. */
export function createStartSimulation(deps: Deps): UseCases['startSimulation'] {
  const { stores, clock, ids, log, nudgeSimulations } = deps;
  return async (shop, wanted, by) => {
    const known = await stores.shops.find(shop);
    if (known === null) throw new AppError('unknown_shop', false);
    const read = await readAsked(deps, known, wanted);
    if (!read.ok) return read;
    const simulation = {
      id: ids.simulation(),
      state: 'waiting',
      asked: read.value,
      by,
      createdAt: clock.now(),
      endedAt: null,
      progress: { stage: 'reading', doneBp: 0 },
      tries: 0,
      errorId: null,
      result: null,
    } as const;
    if ((await stores.simulations.create(shop, simulation)) === 'under_way') {
      return refused({ code: 'simulation_under_way' });
    }
    log.info('simulation.started', { shop, simulation: simulation.id, by });
    nudgeSimulations();
    await stores.simulations.dropOld(shop, SIMULATIONS_KEPT);
    return ok(simulation);
  };
}

type Refusal = Exclude<Awaited<ReturnType<UseCases['startSimulation']>>, { readonly ok: true }>;

async function readAsked(
  deps: Deps,
  shop: Shop,
  wanted: StartSimulation,
): Promise<{ ok: true; value: Asked } | Refusal> {
  const faults: Fault[] = [];
  const programs: SimulatedProgram[] = [];
  for (const [i, one] of wanted.programs.entries()) {
    const found = await readProgram(deps, shop, one);
    if (found.ok) programs.push(found.value);
    else if (found.error.code === 'unknown_program') return refused({ code: 'unknown_program' });
    else faults.push(...found.error.faults.map((fault) => ({ ...fault, path: `programs.${i}.${fault.path}` })));
  }
  const period = readPeriod(wanted, shop.timeZone, faults);
  if (faults.length > 0) return refused({ code: 'faults', faults });
  const { floorOn, marginBp, owedCounts } = shop.settings;
  return ok({ programs, ...period, marginBp: floorOn ? marginBp : null, owedCounts });
}

async function readProgram(
  { stores }: Deps,
  { id: shop, currency, timeZone }: Shop,
  { programId, version }: StartSimulation['programs'][number],
): Promise<Found> {
  const program = await stores.programs.find(shop, programId);
  if (program === null) return refused({ code: 'unknown_program' });
  if (version !== null) return versionOf(await stores.programs.versions(shop, programId), programId, version);
  if (program.draft === null) return refused({ code: 'unknown_program' });
  const { draft, faults } = readStoredDraft(program.draft);
  const read = readDraft(draft, { currency, timeZone });
  if (read.ok && faults.length === 0) return ok({ programId, version: null, program: read.value });
  return refused({ code: 'faults', faults: [...faults, ...(read.ok ? [] : read.error.faults)] });
}

type Versions = Awaited<ReturnType<UseCaseDeps['stores']['programs']['versions']>>;

function versionOf(versions: Versions, programId: SimulatedProgram['programId'], wanted: number): Found {
  const found = versions.find(({ version }) => version === wanted);
  if (found === undefined) return refused({ code: 'unknown_program' });
  const { programId: _id, version: _version, effectiveAt: _from, endsAt: _to, ...program } = found;
  return ok({ programId, version: wanted, program: program satisfies ReadDraft });
}

/** Both days are in it, to the end of the last one. */
function readPeriod({ fromDay, toDay }: StartSimulation, timeZone: string, faults: Fault[]) {
  for (const [path, typed] of Object.entries({ fromDay, toDay })) {
    if (typed !== '' && !isDay(typed)) faults.push({ path, code: 'day_unreadable' });
  }
  if (faults.some(({ code }) => code === 'day_unreadable')) return { from: null, before: null };
  if (fromDay !== '' && toDay !== '' && toDay < fromDay) faults.push({ path: 'toDay', code: 'period_reversed' });
  return {
    from: fromDay === '' ? null : startOfDay(fromDay, timeZone),
    before: toDay === '' ? null : startOfDay(addDays(toDay, 1), timeZone),
  };
}
