import { assertNever } from '../domain/assert.ts';
import type { Change } from '../domain/journal/journal.ts';
import type { JournalSpeaker } from './journal-speaker.ts';

/** The order in which a reader wants them: first who, then how much, then what it brought. */
const READING_ORDER: Readonly<Record<Change['kind'], number>> = {
  joined: 0,
  left: 0,
  window: 1,
  spent: 2,
  purchases: 3,
  items: 4,
  position: 5,
  counted: 5,
  progress: 5,
  marks: 5,
  marks_used: 6,
  marks_ready: 7,
  marks_missing: 9,
  used: 6,
  ready: 7,
  ready_worth: 8,
  deficit: 9,
  brought: 9,
  bonus_used: 9,
  bonus_ready: 9,
  bonus_deficit: 9,
  given: 10,
  level: 11,
  discount: 12,
  kept: 13,
  kept_rewards: 13,
};

/**
 * The changes of one program in words. Items are left out where money or purchases say the same, and a level that
 * rises or falls takes the percentage into its own sentence.
 */
export function changesWords(changes: readonly Change[], speaker: JournalSpeaker): readonly string[] {
  const has = (kind: Change['kind']) => changes.some((change) => change.kind === kind);
  const keeps = changes.find((change) => change.kind === 'kept');
  const isSaid = (change: Change) =>
    (change.kind === 'items' && (has('spent') || has('purchases'))) ||
    (change.kind === 'counted' && (has('progress') || has('ready'))) ||
    (change.kind === 'kept_rewards' && keeps?.kind === 'kept' && keeps.after === change.after);
  const told = changes.filter((change) => !isSaid(change));
  const sorted = told.toSorted((a, b) => READING_ORDER[a.kind] - READING_ORDER[b.kind]);
  const discount = changes.find((change) => change.kind === 'discount');
  if (!has('level') || discount?.kind !== 'discount') return sorted.map((change) => changeWords(change, speaker));
  return sorted
    .filter((change) => change.kind !== 'discount')
    .map((change) => withPercent(change, discount.after, speaker));
}

function withPercent(change: Change, discountBp: number, speaker: JournalSpeaker): string {
  const sentence = changeWords(change, speaker);
  if (change.kind !== 'level') return sentence;
  if (change.after === null && discountBp === 0) return speaker.text.journal.changes.allLost;
  return speaker.text.journal.changes.withPercent(sentence, speaker.format.percent(discountBp));
}

function changeWords(change: Change, speaker: JournalSpeaker): string {
  const { text, format } = speaker;
  const words = text.journal.changes;
  switch (change.kind) {
    case 'joined':
      return words.joined;
    case 'left':
      return words.left;
    case 'spent':
      return words.spent(format.money(change.after));
    case 'purchases':
      return words.purchases(change.after);
    case 'items':
      return words.items(change.after);
    case 'position':
      return positionWords(change, words);
    case 'counted':
      return words.counted(change.after);
    case 'progress':
      return words.progress(change.after);
    case 'marks':
      return words.marks(change.after);
    case 'marks_used':
    case 'used':
      return change.after > change.before ? words.rewardUsed : words.rewardBack;
    case 'marks_ready':
    case 'ready':
      return words.rewardsReady(change.after);
    case 'ready_worth':
      return words.rewardsWorth(format.money(change.after));
    case 'marks_missing':
      return words.marksMissing(change.after);
    case 'deficit':
      return words.deficit(change.after);
    case 'brought':
      return change.after > change.before ? words.brought(change.after) : words.broughtLess(change.after);
    case 'bonus_used':
      return change.after > change.before ? words.bonusUsed : words.bonusBack;
    case 'bonus_ready':
      return change.after === 0 ? words.bonusNone : words.bonusReady(change.after);
    case 'bonus_deficit':
      return change.after === 0 ? words.bonusFilled : words.bonusDeficit(change.after);
    case 'given':
      return change.after === 0 ? words.givenNone : words.given(format.percent(change.after));
    case 'discount':
      return discountWords(change, speaker);
    case 'level':
      return levelWords(change, speaker);
    case 'kept':
      return change.after === null ? words.keptNoLonger : words.kept(change.after);
    case 'kept_rewards':
      return change.after === null ? words.keptRewardsNoLonger : words.keptRewards(change.after);
    case 'window':
      return change.after === null ? words.windowOpen : words.window(format.date(change.after - 1));
    default:
      return assertNever(change);
  }
}

type Counted = { readonly before: number; readonly after: number };

function discountWords({ before, after }: Counted, { text, format }: Pick<JournalSpeaker, 'text' | 'format'>): string {
  const words = text.journal.changes;
  if (after === 0) return words.discountNone;
  return after > before ? words.discountUp(format.percent(after)) : words.discountDown(format.percent(after));
}

/** Up with a purchase, back with a return or a pause. */
function positionWords({ before, after }: Counted, words: JournalSpeaker['text']['journal']['changes']): string {
  if (after === 0) return words.positionStart;
  return after > before ? words.positionUp(after) : words.positionBack(after);
}

type Levelled = Extract<Change, { kind: 'level' }>;

/** By the name that the level had then; a nameless one by its number, counted from one as people do. */
function levelWords({ programId, before, after }: Levelled, { text, levelNames }: JournalSpeaker): string {
  const words = text.journal.changes;
  if (after === null) return words.levelLost;
  const name = levelNames[programId]?.[after] || words.level(after + 1);
  return before === null || after > before ? words.levelReached(name) : words.levelFell(name);
}
