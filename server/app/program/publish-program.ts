import type { Fault } from '../../../shared/domain/fault.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { underFloor } from '../../../shared/domain/program/check-floor.ts';
import type { Keeping, ProgramVersion } from '../../../shared/domain/program/program.ts';
import { type ReadDraft, readDraft } from '../../../shared/domain/program/read-draft.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { Program } from '../ports/program-store.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { checkCaps } from './check-caps.ts';
import { checkRewardItems } from './check-reward-items.ts';
import { checkScope } from './check-scope.ts';
import { isEnd, newest } from './newest.ts';
import { readStoredDraft } from './read-stored-draft.ts';
import { sweepAt } from './sweep-at.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log' | 'askForSweep'>;

const faulty = (faults: readonly Fault[]) => refused({ code: 'faults', faults } as const);

/**
 * The draft becomes the next version. The sweep is asked for first (decision 0038), the version's own insert is the
 * moment it becomes true; a repeat after a crash finds it there and ends what was left. Twice is once.
 */
export function createPublishProgram(deps: Deps): UseCases['publishProgram'] {
  const { programs, shops } = deps.stores;
  return async (shopId, id, effectiveAt, by, keeps, endsAt = null) => {
    const [program, shop, versions] = await Promise.all([
      programs.find(shopId, id),
      shops.find(shopId),
      programs.versions(shopId, id),
    ]);
    if (program === null) return refused({ code: 'unknown_program' });
    if (program.state === 'ended') return refused({ code: 'program_ended' });
    if (shop === null) throw new AppError('unknown_shop', false);
    const last = newest(versions);
    if (last !== null && isEnd(last, deps.clock.now())) return refused({ code: 'program_ended' });
    if (program.draft === null) return last === null ? faulty(NOTHING_DRAFTED) : ok(last);
    const read = readToPublish(program, shop, { effectiveAt, endsAt, ...(keeps && { keeps }) }, deps.clock.now());
    if (!read.ok) return read;
    const { mechanic, scope } = read.value;
    const { floorOn, marginBp } = shop.settings;
    const kept = last === null || keeps === undefined ? {} : { keeps };
    const all = await programs.allVersions(shopId);
    const span = { from: effectiveAt ?? deps.clock.now(), to: endsAt };
    const planned = { programId: id, scope, ...span, kept: kept.keeps ? last : null };
    const wrong = [
      ...checkRewardItems(id, mechanic, all),
      ...checkScope(planned, all),
      ...checkKeptWhere(planned.kept, read.value),
      ...checkCaps({ programId: id, ...read.value, from: span.from }, all),
      ...underFloor(mechanic, floorOn ? marginBp : null),
    ];
    if (wrong.length > 0) return faulty(wrong);
    const version = await publish(deps, shopId, { program, last, read: read.value, effectiveAt, endsAt, ...kept });
    if (version === null) return refused({ code: 'changed_meanwhile' });
    await programs.change(shopId, id, {
      state: 'published',
      name: version.name,
      draft: null,
      lastVersion: version.version,
    });
    deps.log.info('program.published', { shop: shopId, program: id, version: version.version, by });
    return ok(version);
  };
}

const NOTHING_DRAFTED: readonly Fault[] = [{ path: 'name', code: 'nothing_drafted' }];

type Wanted = { readonly effectiveAt: Instant | null; readonly endsAt: Instant | null; readonly keeps?: Keeping };

function readToPublish(
  program: Program,
  shop: Shop,
  { effectiveAt, endsAt, keeps }: Wanted,
  now: Instant,
): Result<ReadDraft, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const { draft, faults } = readStoredDraft(program.draft ?? {});
  const read = readDraft(draft, { currency: shop.currency, timeZone: shop.timeZone });
  const isPast = effectiveAt !== null && effectiveAt < now;
  const keptUntil = keeps?.until ?? null;
  const isKeptTooShort = keptUntil !== null && keptUntil <= (effectiveAt ?? now);
  const isEndTooEarly = endsAt !== null && endsAt <= (effectiveAt ?? now);
  const all: readonly Fault[] = [
    ...faults,
    ...(read.ok ? [] : read.error.faults),
    ...(isPast ? [{ path: 'effectiveAt', code: 'version_in_the_past' } as const] : []),
    ...(isKeptTooShort ? [{ path: 'keptUntil', code: 'keeping_ends_too_early' } as const] : []),
    ...(isEndTooEarly ? [{ path: 'endsAt', code: 'program_ends_too_early' } as const] : []),
  ];
  return read.ok && all.length === 0 ? read : faulty(all);
}

type Publishing = {
  readonly program: Program;
  readonly last: ProgramVersion | null;
  readonly read: ReadDraft;
} & Wanted;

/** The version as it stands in the store afterwards; null when somebody else published another one meanwhile. */
async function publish(
  { stores, clock, askForSweep }: Deps,
  shop: Shop['id'],
  { program, last, read, effectiveAt, endsAt, keeps }: Publishing,
): Promise<ProgramVersion | null> {
  const now = clock.now();
  if (last !== null && last.version > program.lastVersion && isSameProgram(last, read, { endsAt, keeps })) return last;
  const version: ProgramVersion = {
    ...read,
    programId: program.id,
    version: (last?.version ?? 0) + 1,
    effectiveAt: effectiveAt ?? now,
    endsAt,
    ...(keeps && { keeps }),
  };
  await askForSweep(shop, sweepAt(now));
  if (version.effectiveAt > now) await askForSweep(shop, version.effectiveAt);
  if (endsAt !== null) await askForSweep(shop, endsAt);
  if ((await stores.programs.publish(shop, version)) === 'published') return version;
  const taken = newest(await stores.programs.versions(shop, program.id));
  return taken !== null && isSameProgram(taken, read, { endsAt, keeps }) ? taken : null;
}

/** What somebody keeps beside a version is given by one standing, which holds at one set of places (decision 0073). */
const checkKeptWhere = (kept: ProgramVersion | null, { where }: Pick<ReadDraft, 'where'>): readonly Fault[] =>
  kept === null || isAlike(kept.where, where) ? [] : [{ path: 'channels', code: 'kept_where_differs' }];

/** The same promise, whenever it begins. */
function isSameProgram(
  version: ProgramVersion,
  read: ReadDraft,
  { endsAt, keeps }: { readonly endsAt: Instant | null; readonly keeps: Keeping | undefined },
): boolean {
  return (
    version.endsAt === endsAt &&
    version.name === read.name &&
    isAlike(version.membership, read.membership) &&
    isAlike(version.window, read.window) &&
    isAlike(version.mechanic, read.mechanic) &&
    isAlike(version.scope, read.scope) &&
    isAlike(version.where, read.where) &&
    isAlike(version.notes, read.notes) &&
    isAlike(version.caps, read.caps) &&
    isAlike(version.referral ?? null, read.referral ?? null) &&
    version.addedUpToBp === read.addedUpToBp &&
    isAlike(version.keeps ?? null, keeps ?? null)
  );
}

/** Alike whatever order a store gives the fields back in. */
function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([name, value]) => right.has(name) && isAlike(value, right.get(name)))
  );
}
