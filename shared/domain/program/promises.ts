import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { OfferGives } from '../offer/offer.ts';
import type {
  Caps,
  CardNotes,
  Fixed,
  Level,
  Levels,
  Marks,
  Mechanic,
  Membership,
  NthItem,
  ProgramVersion,
  Referral,
  StepUp,
  Unused,
  Window,
} from './program.ts';
import type { Scope } from './scope.ts';
import type { Where } from './where.ts';

/** One thing a version promises, to be said in one plain sentence of any language. Money in minor units. */
export type Promised =
  | { readonly says: 'everyone' | 'card_for_all' | 'earlier_count' | 'from_next_purchase' }
  | { readonly says: 'kept'; readonly before: Instant; readonly until: Instant | null }
  | { readonly says: 'card_from'; readonly fromMinor: number }
  | { readonly says: 'always'; readonly discountBp: BasisPoints }
  | { readonly says: 'level'; readonly level: Level; readonly reachedBy: Levels['reachedBy'] }
  | {
      readonly says: 'step_up';
      readonly startBp: BasisPoints;
      readonly stepBp: BasisPoints;
      readonly capBp: BasisPoints;
    }
  | { readonly says: 'nth_item'; readonly items: number; readonly shareBp: BasisPoints }
  | { readonly says: 'marks_by_product' | 'marks_by_item'; readonly products: number }
  | { readonly says: 'marks_by_purchase' | 'returned_purchase_mark_goes' }
  | { readonly says: 'mark_reward'; readonly marks: number; readonly gives: readonly OfferGives[] }
  | { readonly says: 'marks_kept' | 'marks_spent' | 'marks_begin_anew' | 'returned_mark_goes' }
  | { readonly says: 'reward_lapses' | 'reward_carries' | 'rewarded_apart' | 'rewarded_counts' }
  | { readonly says: 'unused_waits' }
  | { readonly says: 'returned_item_does_not_count' }
  | { readonly says: 'unused_lapses'; readonly days: number }
  | { readonly says: 'only_products' | 'except_products'; readonly products: number }
  | { readonly says: 'only_web' | 'only_till' }
  | { readonly says: 'only_locations'; readonly locations: number }
  | { readonly says: 'notes_kept'; readonly label: string }
  | { readonly says: 'added'; readonly upToBp: BasisPoints }
  | { readonly says: 'order_cap' | 'month_cap'; readonly minor: number }
  | { readonly says: 'ends'; readonly at: Instant }
  | { readonly says: 'step_back' | 'back_to_start'; readonly days: number }
  | { readonly says: 'friend_welcomed'; readonly welcomeBp: BasisPoints }
  | { readonly says: 'giver_once' | 'giver_for_good'; readonly bonusBp: BasisPoints }
  | { readonly says: 'friend_returned'; readonly days: number }
  | { readonly says: 'window'; readonly window: Window }
  | { readonly says: 'level_follows' | 'level_stays' | 'level_holds_next' | 'returned_does_not_count' };

/**
 * All that a version promises, in the order in which one tells it: who, on which goods, what, what counts, returns,
 * how much at most, what is kept, when it ends.
 */
export function promisesOf(version: Promising): readonly Promised[] {
  const { membership, mechanic, window, referral, effectiveAt, endsAt, keeps, scope, caps, addedUpToBp } = version;
  const { where, notes } = version;
  const kept: readonly Promised[] =
    keeps === undefined ? [] : [{ says: 'kept', before: effectiveAt, until: keeps.until }];
  const end: readonly Promised[] = endsAt === null ? [] : [{ says: 'ends', at: endsAt }];
  const what = mechanicPromises(mechanic, window);
  const added: readonly Promised[] = addedUpToBp === undefined ? [] : [{ says: 'added', upToBp: addedUpToBp }];
  const given = [...what, ...added, ...capPromises(caps), ...referralPromises(referral)];
  return [
    ...memberPromises(membership, mechanic),
    ...scopePromises(scope),
    ...wherePromises(where),
    ...given,
    ...notePromises(notes),
    ...kept,
    ...end,
  ];
}

function capPromises(caps: Caps | undefined): readonly Promised[] {
  const { orderMinor = null, monthMinor = null } = caps ?? {};
  return [
    ...(orderMinor === null ? [] : [{ says: 'order_cap', minor: orderMinor } as const]),
    ...(monthMinor === null ? [] : [{ says: 'month_cap', minor: monthMinor } as const]),
  ];
}

/** That something is written down about them, a holder should be told. */
const notePromises = (notes: CardNotes | undefined): readonly Promised[] =>
  notes === undefined ? [] : [{ says: 'notes_kept', label: notes.label }];

/** Over one channel only, at some of the shops only: which they are the shop can tell. */
function wherePromises(where: Where | undefined): readonly Promised[] {
  if (where === undefined) return [];
  const { channels, locations } = where;
  const [only, other] = channels;
  const channel: readonly Promised[] =
    only === undefined || other !== undefined ? [] : [{ says: only === 'web' ? 'only_web' : 'only_till' }];
  return locations.length === 0 ? channel : [...channel, { says: 'only_locations', locations: locations.length }];
}

/** Only so many products, or all but so many: which they are the shop can tell. */
function scopePromises(scope: Scope | undefined): readonly Promised[] {
  if (scope === undefined) return [];
  const excluded = new Set(scope.excluded);
  if (scope.kind === 'all') return excluded.size === 0 ? [] : [{ says: 'except_products', products: excluded.size }];
  return [{ says: 'only_products', products: new Set(scope.products.filter((id) => !excluded.has(id))).size }];
}

/** What a version is to be told by. */
export type Promising = Pick<
  ProgramVersion,
  | 'membership'
  | 'window'
  | 'mechanic'
  | 'referral'
  | 'effectiveAt'
  | 'endsAt'
  | 'keeps'
  | 'scope'
  | 'where'
  | 'notes'
  | 'caps'
  | 'addedUpToBp'
>;

function referralPromises(referral: Referral | undefined): readonly Promised[] {
  if (referral === undefined) return [];
  const { welcomeBp, bonusBp, bonus, withinDays } = referral;
  return [
    { says: 'friend_welcomed', welcomeBp },
    { says: bonus === 'once' ? 'giver_once' : 'giver_for_good', bonusBp },
    { says: 'friend_returned', days: withinDays },
  ];
}

/** Whether earlier purchases count is worth a word only where purchases count at all. */
function memberPromises(membership: Membership, mechanic: Mechanic): readonly Promised[] {
  if (membership.kind === 'everyone') return [{ says: 'everyone' }];
  const { fromMinor, earlier } = membership;
  const card: Promised = fromMinor === 0 ? { says: 'card_for_all' } : { says: 'card_from', fromMinor };
  const countsEarlier = earlier === 'count' && mechanic.kind !== 'fixed';
  return countsEarlier ? [card, { says: 'earlier_count' }] : [card];
}

function mechanicPromises(mechanic: Mechanic, window: Window): readonly Promised[] {
  switch (mechanic.kind) {
    case 'fixed':
      return fixedPromises(mechanic);
    case 'levels':
      return levelPromises(mechanic, window);
    case 'marks':
      return markPromises(mechanic, window);
    case 'nth_item':
      return itemPromises(mechanic, window);
    case 'step_up':
      return stepPromises(mechanic, window);
    default:
      return assertNever(mechanic);
  }
}

const fixedPromises = ({ discountBp }: Fixed): readonly Promised[] => [{ says: 'always', discountBp }];

/** A rolling window has no end, and a lifetime none either: there a level has nothing to stay until. */
function levelPromises({ levels, reachedBy, afterRefund, holds }: Levels, window: Window): readonly Promised[] {
  const promises: Promised[] = levels.map((level) => ({ says: 'level', level, reachedBy }));
  promises.push({ says: 'window', window }, { says: 'from_next_purchase' });
  promises.push({ says: afterRefund === 'stays' ? 'level_stays' : 'level_follows' });
  if (holds === 'next_window') promises.push({ says: 'level_holds_next' });
  return promises;
}

function stepPromises({ startBp, stepBp, capBp, decay }: StepUp, window: Window): readonly Promised[] {
  const pause: readonly Promised[] =
    decay === null ? [] : [{ says: decay.to === 'start' ? 'back_to_start' : 'step_back', days: decay.days }];
  return [
    { says: 'step_up', startBp, stepBp, capBp },
    ...pause,
    { says: 'window', window },
    { says: 'returned_does_not_count' },
  ];
}

/** That rewards end with their window is said with the window. */
function unusedPromises(unused: Unused | undefined): readonly Promised[] {
  if (unused === undefined) return [];
  return [unused === 'never' ? { says: 'unused_waits' } : { says: 'unused_lapses', days: unused.days }];
}

function itemPromises({ items, shareBp, surplus, rewarded, unused }: NthItem, window: Window): readonly Promised[] {
  return [
    { says: 'nth_item', items, shareBp },
    { says: surplus === 'lapses' ? 'reward_lapses' : 'reward_carries' },
    { says: rewarded === 'apart' ? 'rewarded_apart' : 'rewarded_counts' },
    { says: 'window', window },
    ...unusedPromises(unused),
    { says: 'returned_item_does_not_count' },
  ];
}

function setBy(per: Marks['per'], products: number): Promised {
  if (per === 'purchase') return { says: 'marks_by_purchase' };
  return { says: per === 'product' ? 'marks_by_product' : 'marks_by_item', products };
}

/** Keeping or spending is worth a word only where there is a reward below the last one. */
function markPromises({ products, per, rewards, lower, unused }: Marks, window: Window): readonly Promised[] {
  const kept: readonly Promised[] =
    rewards.length > 1 ? [{ says: lower === 'keeps' ? 'marks_kept' : 'marks_spent' }] : [];
  return [
    setBy(per, products.length),
    ...rewards.map(({ marks, gives }): Promised => ({ says: 'mark_reward', marks, gives })),
    ...kept,
    { says: 'marks_begin_anew' },
    { says: 'window', window },
    ...unusedPromises(unused),
    { says: per === 'purchase' ? 'returned_purchase_mark_goes' : 'returned_mark_goes' },
  ];
}
