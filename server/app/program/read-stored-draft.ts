import type { Fault } from '../../../shared/domain/fault.ts';
import { type ProgramDraft, UNUSED } from '../../../shared/domain/program/draft.ts';
import type { Draft } from '../ports/program-store.ts';

/** What a choice may be; the first is taken where nothing was chosen yet. */
const CHOICES = {
  membership: ['everyone', 'card'],
  earlier: ['ignored', 'count'],
  mechanic: ['levels', 'fixed', 'step_up', 'nth_item', 'marks'],
  surplus: ['lapses', 'carries'],
  rewarded: ['apart', 'counts'],
  unused: UNUSED,
  markPer: ['product', 'item', 'purchase'],
  markLower: ['keeps', 'spends'],
  reachedBy: ['any', 'all'],
  afterRefund: ['follows', 'stays'],
  holds: ['window', 'next_window'],
  decay: ['none', 'step_back', 'start'],
  scope: ['all', 'products'],
  notes: ['none', 'dated'],
  referral: ['none', 'once', 'for_good'],
  window: ['lifetime', 'calendar_year', 'card_year', 'rolling_days', 'rolling_months'],
} as const satisfies { readonly [K in keyof ProgramDraft]?: readonly ProgramDraft[K][] };

const CHANNELS = ['web', 'till'] as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a stored draft, which may be half done or older than the form of today: a field that is missing is empty, a
 * choice that does not exist (any more) is a fault under its path.
 */
export function readStoredDraft(stored: Draft): { readonly draft: ProgramDraft; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const choice = <K extends keyof typeof CHOICES>(name: K): (typeof CHOICES)[K][number] => {
    const options: readonly (typeof CHOICES)[K][number][] = CHOICES[name];
    const value = stored[name];
    const found = options.find((option) => option === value);
    if (found === undefined && value !== undefined && value !== '') faults.push({ path: name, code: 'choice_unknown' });
    return found ?? CHOICES[name][0];
  };
  const draft: ProgramDraft = {
    name: text(stored.name),
    membership: choice('membership'),
    cardFrom: text(stored.cardFrom),
    earlier: choice('earlier'),
    mechanic: choice('mechanic'),
    fixedPercent: text(stored.fixedPercent),
    levels: Array.isArray(stored.levels) ? stored.levels.filter(isRecord).map(levelOf) : [],
    reachedBy: choice('reachedBy'),
    afterRefund: choice('afterRefund'),
    holds: choice('holds'),
    nthItems: text(stored.nthItems),
    nthPercent: text(stored.nthPercent),
    surplus: choice('surplus'),
    rewarded: choice('rewarded'),
    unused: choice('unused'),
    unusedAfter: text(stored.unusedAfter),
    markProducts: Array.isArray(stored.markProducts) ? stored.markProducts.map(text) : [],
    markPer: choice('markPer'),
    markRewards: Array.isArray(stored.markRewards) ? stored.markRewards.filter(isRecord).map(rewardOf) : [],
    markLower: choice('markLower'),
    startPercent: text(stored.startPercent),
    stepPercent: text(stored.stepPercent),
    capPercent: text(stored.capPercent),
    decay: choice('decay'),
    decayDays: text(stored.decayDays),
    referral: choice('referral'),
    welcomePercent: text(stored.welcomePercent),
    bonusPercent: text(stored.bonusPercent),
    referralDays: text(stored.referralDays),
    window: choice('window'),
    windowLength: text(stored.windowLength),
    scope: choice('scope'),
    products: texts(stored.products),
    excluded: texts(stored.excluded),
    notes: choice('notes'),
    notesLabel: text(stored.notesLabel),
    channels: CHANNELS.filter((channel) => texts(stored.channels).includes(channel)),
    locations: text(stored.locations),
    orderCap: text(stored.orderCap),
    monthCap: text(stored.monthCap),
    addedUpTo: text(stored.addedUpTo),
  };
  return { draft, faults };
}

const GIVES = ['percent', 'gift', 'choice'] as const;

const rewardOf = (reward: Readonly<Record<string, unknown>>): ProgramDraft['markRewards'][number] => ({
  marks: text(reward.marks),
  gives: GIVES.find((one) => one === reward.gives) ?? 'percent',
  percent: text(reward.percent),
  gift: text(reward.gift),
});

const levelOf = (level: Readonly<Record<string, unknown>>): ProgramDraft['levels'][number] => ({
  name: text(level.name),
  fromSpent: text(level.fromSpent),
  fromPurchases: text(level.fromPurchases),
  percent: text(level.percent),
});
