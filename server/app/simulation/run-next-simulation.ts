import type { ShopId } from '../../../shared/domain/ids.ts';
import { hexChance } from '../draw/hex-chance.ts';
import { AppError } from '../ports/app-error.ts';
import type { Progress, Simulation } from '../ports/simulation-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Longer than a worker is silent while it lives; one that has died is followed by another after it. */
const HOLD_MS = 60_000;
/** How often it is written down how far it is. */
const NOTE_EVERY_MS = 400;
const TRIES_MAX = 5;
const RETRY_MS = 5000;
const ID_BYTES = 8;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'chance' | 'log' | 'simulator'>;
type Held = { readonly shop: ShopId; readonly simulation: Simulation; readonly holder: string };

/** One simulation from its beginning to its end, whatever that is. */
export function createRunNextSimulation(deps: Deps): UseCases['runNextSimulation'] {
  const { stores, clock, chance } = deps;
  return async (signal) => {
    if (signal.aborted) return false;
    const now = clock.now();
    const holder = hexChance(chance, ID_BYTES);
    const claimed = await stores.simulations.claim(now, { holder, until: now + HOLD_MS });
    if (claimed === null) return false;
    const held = { ...claimed, holder };
    // Whoever began with it so often never came to tell why it ended.
    if (held.simulation.tries > TRIES_MAX) await fail(deps, held, new AppError('simulation_given_up', false));
    else await run(deps, held, signal);
    return true;
  };
}

async function run(deps: Deps, held: Held, stopping: AbortSignal): Promise<void> {
  const { stores, clock, log, simulator } = deps;
  const { shop, simulation, holder } = held;
  const lost = new AbortController();
  const tell = createNote(deps, held, () => lost.abort());
  try {
    const signal = AbortSignal.any([stopping, lost.signal]);
    const result = await simulator(shop, simulation.asked, { tell, signal });
    const at = clock.now();
    await stores.simulations.end(shop, simulation.id, holder, at, { state: 'done', result });
    log.info('simulation.done', { shop, simulation: simulation.id, ms: at - simulation.createdAt });
  } catch (error) {
    if (lost.signal.aborted) return;
    const later = stopping.aborted ? 0 : isPassing(error, simulation) ? RETRY_MS * simulation.tries : null;
    if (later === null) return fail(deps, held, error);
    await stores.simulations.giveBack(shop, simulation.id, { holder, until: clock.now() + later });
    log.warn('simulation.postponed', { shop, simulation: simulation.id });
  }
}

const isPassing = (error: unknown, { tries }: Simulation): boolean =>
  error instanceof AppError && error.retryable && tries < TRIES_MAX;

/** Writes down how far it is, now and then; where it is no longer ours, because somebody cancelled it, says so. */
function createNote({ stores, clock }: Deps, { shop, simulation, holder }: Held, lose: () => void) {
  let notedAt = clock.now();
  return (progress: Progress): void => {
    const now = clock.now();
    if (now - notedAt < NOTE_EVERY_MS) return;
    notedAt = now;
    const noting = stores.simulations.progress(shop, simulation.id, { holder, until: now + HOLD_MS }, progress);
    noting
      .then((outcome) => {
        if (outcome === 'lost') lose();
      })
      // A word of progress that is not kept is followed by the next one.
      .catch(() => undefined);
  };
}

async function fail({ stores, clock, chance, log }: Deps, held: Held, error: unknown): Promise<void> {
  const { shop, simulation, holder } = held;
  const errorId = hexChance(chance, ID_BYTES);
  const code = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const where = lines.filter((line) => /^\s+at /.test(line)).slice(0, 8);
  log.error('simulation.failed', { shop, simulation: simulation.id, errorId, code, where });
  await stores.simulations.end(shop, simulation.id, holder, clock.now(), { state: 'failed', errorId });
}
