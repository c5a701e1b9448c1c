import type { Fault } from '../../../shared/domain/fault.ts';
import type { Text } from '../../../shared/text/text.ts';

export type Step = Exclude<keyof Text['program']['explain'], never>;

export const STEPS: readonly Step[] = ['name', 'mechanic', 'scope', 'window', 'publish'];

const FIELDS: Readonly<Record<Step, readonly string[]>> = {
  name: ['name', 'membership', 'cardFrom', 'earlier'],
  mechanic: [
    'mechanic',
    'fixedPercent',
    'levels',
    'reachedBy',
    'nthItems',
    'nthPercent',
    'surplus',
    'rewarded',
    'unused',
    'unusedAfter',
    'markProducts',
    'markPer',
    'markRewards',
    'markLower',
    'startPercent',
    'stepPercent',
    'capPercent',
    'decay',
    'decayDays',
    'orderCap',
    'monthCap',
    'referral',
    'welcomePercent',
    'bonusPercent',
    'referralDays',
    'addedUpTo',
    'notes',
    'notesLabel',
  ],
  scope: ['scope', 'products', 'excluded', 'channels', 'locations'],
  window: ['window', 'windowLength', 'holds', 'afterRefund'],
  publish: [],
};

/** `levels.0.percent` and `levels[0].percent` belong to the field `levels`. */
const fieldOf = (path: string) => path.split(/[.[]/)[0] ?? '';

/** The step on which a fault can be put right; null when none has that field. */
export const stepOf = (path: string): Step | null => STEPS.find((step) => FIELDS[step].includes(fieldOf(path))) ?? null;

export const faultsOn = (step: Step, faults: readonly Fault[]) => faults.filter(({ path }) => stepOf(path) === step);
