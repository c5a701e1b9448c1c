import type { Fault } from '../../../shared/domain/fault.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Card, Series } from '../../../shared/domain/instrument/card.ts';
import { makeCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';
import { createChanceDigits } from '../chance-digits.ts';
import { AppError } from '../ports/app-error.ts';
import type { Program } from '../ports/program-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { checkEmission, type Emission } from './check-emission.ts';

const PAYLOAD_DIGITS = 8;
const BATCH_MAX = 2000;
/** Drawn on top: one in fifty draws is not fair, and two may be alike. */
const SPARE = 100;
/** Even with every hundredth number taken, a batch in which none is free cannot happen by chance. */
const FRUITLESS_MAX = 3;
/** 100,000 numbers take seconds; a series that is not complete after this long was cut short. */
const CUT_SHORT_AFTER_MS = 60_000;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'chance' | 'log'>;

const faulty = (faults: readonly Fault[]) => refused({ code: 'faults', faults } as const);

/**
 * N numbers that nobody can guess: the shop's prefix, eight digits of chance, a check digit. A series says how many it
 * shall have and has; the same command after a crash goes on with the one that was cut short.
 */
export function createEmitSeries(deps: Deps): UseCases['emitSeries'] {
  const { cards, programs, shops } = deps.stores;
  return async (shop, command, by) => {
    const [program, known, all] = await Promise.all([
      programs.find(shop, command.programId),
      shops.find(shop),
      cards.listSeries(shop),
    ]);
    if (program === null) return refused({ code: 'unknown_program' });
    if (known === null) throw new AppError('unknown_shop', false);
    const now = deps.clock.now();
    const emission = { ...command, name: command.name.trim(), prefix: known.cardPrefix };
    const cut = all.find((series) => isCutShort(series, emission, now));
    const faults = checkEmission(
      emission,
      all.filter((series) => series !== cut),
      now,
    );
    if (faults.length > 0) return faulty(faults);
    if (isEnded(program)) return faulty([{ path: 'programId', code: 'program_ended' }]);
    const series = cut ?? (await begin(deps, shop, emission));
    const complete = await fill(deps, shop, series, by);
    deps.log.info('series.emitted', { shop, series: series.id, count: complete.emitted, by });
    return ok(complete);
  };
}

const isEnded = ({ state }: Program): boolean => state === 'ended';

const isCutShort = (series: Series, { programId, name, count, expiresAt, prefix }: Emission, now: Instant): boolean =>
  series.emitted < series.count &&
  series.createdAt <= now - CUT_SHORT_AFTER_MS &&
  series.programId === programId &&
  series.name === name &&
  series.count === count &&
  series.expiresAt === expiresAt &&
  series.prefix === prefix;

async function begin({ stores, ids, clock }: Deps, shop: ShopId, emission: Emission): Promise<Series> {
  const series = { ...emission, id: ids.series(), emitted: 0, createdAt: clock.now() };
  await stores.cards.createSeries(shop, series);
  return series;
}

/** Answers the series as it is when complete. */
async function fill({ stores, clock, chance }: Deps, shop: ShopId, series: Series, by: By): Promise<Series> {
  const digits = createChanceDigits(chance, PAYLOAD_DIGITS);
  let emitted = series.emitted;
  for (let fruitless = 0; emitted < series.count; ) {
    const missing = Math.min(BATCH_MAX, series.count - emitted);
    const payloads = [...new Set(digits.draw(missing + SPARE))].slice(0, missing);
    const batch = payloads.map((payload) => blankCard(series, payload, clock.now(), by));
    const fresh = await stores.cards.emit(shop, batch);
    emitted += fresh;
    fruitless = fresh === 0 ? fruitless + 1 : 0;
    if (fruitless > FRUITLESS_MAX) throw new AppError('no_free_numbers', false);
  }
  return { ...series, emitted };
}

function blankCard({ id, programId, prefix, expiresAt }: Series, payload: string, at: Instant, by: By): Card {
  return {
    number: makeCardNumber(prefix, payload),
    seriesId: id,
    programId,
    state: 'emitted',
    customerId: null,
    issuedAt: null,
    issuedBy: null,
    replacedBy: null,
    expiresAt,
    history: [{ at, by, kind: 'emitted', customerId: null, note: '' }],
    revision: 0,
  };
}
