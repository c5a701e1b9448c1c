import { parseDecimal } from '../../../shared/domain/money/decimal.ts';
import { parsePercent } from '../../../shared/domain/money/percent.ts';
import type { Level, Levels, NthItem, ProgramVersion, StepUp } from '../../../shared/domain/program/program.ts';
import { ZONE } from './at.ts';
import { programId } from './ids.ts';

export const PROGRAM = programId('prg_0123456789');

/** 5 % for everybody, always. */
export const aProgram = (said: Partial<ProgramVersion> = {}): ProgramVersion => ({
  programId: PROGRAM,
  version: 1,
  name: 'Regulars',
  currency: 'EUR',
  timeZone: ZONE,
  effectiveAt: 0,
  endsAt: null,
  membership: { kind: 'everyone' },
  window: { kind: 'lifetime' },
  mechanic: { kind: 'fixed', discountBp: 500 },
  ...said,
});

type Terms = Partial<Pick<Levels, 'afterRefund' | 'holds'>>;
type Said = Terms & Partial<Omit<ProgramVersion, 'mechanic'>>;

/**
 * A program of levels as a shopkeeper writes them down: `500.00 → 1 %, 800.00 → 2 %`; `3 purchases → 1 %`;
 * `500.00 or 3 purchases → 1 %`; `500.00 and 3 purchases → 1 %`. Levels follow returns down, unless said otherwise.
 */
export function levels(steps: string, { afterRefund = 'follows', holds = 'window', ...said }: Said = {}) {
  const reachedBy = / and /.test(steps) ? 'all' : 'any';
  const mechanic: Levels = {
    kind: 'levels',
    levels: steps.split(',').map((step, i) => readStep(step.trim(), i)),
    reachedBy,
    afterRefund,
    holds,
  };
  return { ...aProgram(said), mechanic };
}

/** A step-up program as a shopkeeper says it: start, step and cap, `0 %, 1 %, 10 %`; a pause takes what is said. */
export function stepUp(
  said: string,
  { decay = null, ...more }: Partial<Pick<StepUp, 'decay'>> & Partial<Omit<ProgramVersion, 'mechanic'>> = {},
) {
  const [startBp = 0, stepBp = 0, capBp = 0] = said.split(', ').map((text) => {
    const read = parsePercent(text);
    if (!read.ok) throw new Error(`"${text}" is no percentage`);
    return read.value;
  });
  const mechanic: StepUp = { kind: 'step_up', startBp, stepBp, capBp, decay };
  return { ...aProgram(more), mechanic };
}

function readStep(step: string, i: number): Level {
  const match = /^(?:(\d+\.\d\d))?(?: (?:or|and) )?(?:(\d+) purchases?)? → (.+ %)$/.exec(step);
  const [, spent, purchases, percent = ''] = match ?? [];
  const [amount, discount] = [spent === undefined ? null : parseDecimal(spent, 'EUR'), parsePercent(percent)];
  if (match === null || amount?.ok === false || !discount.ok) throw new Error(`"${step}" is no level`);
  return {
    name: `Level ${i + 1}`,
    fromSpentMinor: amount?.value ?? null,
    fromPurchases: purchases === undefined ? null : Number(purchases),
    discountBp: discount.value,
  };
}

/** A program as a shopkeeper says it: `10 → 10 %` is ten percent of ten items off the next one. */
export function nthItem(
  words: string,
  said: Partial<Pick<NthItem, 'surplus' | 'rewarded' | 'unused'> & ProgramVersion> = {},
) {
  const [, items = '', percent = ''] = /^(\d+) → (.+ %)$/.exec(words) ?? [];
  const share = parsePercent(percent);
  if (!share.ok) throw new Error(`"${words}" is no n-th item`);
  const { surplus = 'lapses', rewarded = 'apart', unused, ...rest } = said;
  const waits = unused === undefined ? {} : { unused };
  const asked = { items: Number(items), shareBp: share.value };
  const mechanic: NthItem = { kind: 'nth_item', ...asked, surplus, rewarded, ...waits };
  return { ...aProgram(rest), mechanic };
}
