import type { Instant } from '../../../shared/domain/ids.ts';
import { difference } from '../../../shared/domain/journal/difference.ts';
import { type JournalSum, sumJournal } from '../../../shared/domain/journal/sum.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { CustomerStanding, Facts } from '../../../shared/domain/standing/standing.ts';
import { PROGRAM } from '../../support/builders/a-program.ts';
import { facts } from '../../support/builders/facts.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';
import { standingSum } from '../../support/story/standing-sum.ts';
import { END } from './histories.ts';

/** The facts once all of it was told. */
export const known = (deliveries: readonly Delivery[], owedCounts = false): Facts =>
  deliveries.reduce(receive, facts({ owedCounts }));

/** Everything twice, once more in part, in another order. */
export function again(deliveries: readonly Delivery[], seed: number): readonly Delivery[] {
  const random = chance(seed);
  return shuffled([...deliveries, ...deliveries, ...deliveries.filter(() => random() < 0.3)], random);
}

/** The first instant of a fact that lies ahead; from then on it counts, though nobody tells anything. */
export function aheadOf({ purchases, cards, manual }: Facts, now: Instant): Instant {
  const all = [
    ...purchases.flatMap(({ snapshot, refunds }) => [
      snapshot?.processedAt,
      snapshot?.cancelledAt,
      ...refunds.map((r) => r.processedAt),
    ]),
    ...[...cards.map((c) => c.issuedAt), ...manual.map((m) => m.at)],
  ];
  return Math.min(...all.flatMap((at) => (at !== null && at !== undefined && at > now ? [at] : [])), END * 2);
}

/** What the server keeps of one customer: facts, a journal, and a copy of its last word. */
export type Kept = {
  facts: Facts;
  last: CustomerStanding | null;
  copy: CustomerStanding | null;
  readonly entries: { readonly sequence: number; readonly changes: ReturnType<typeof difference> }[];
};

/** Of somebody of whom nothing was told yet. */
export const nothingKept = (): Kept => ({ facts: facts(), last: null, copy: null, entries: [] });

/** The standing is worked out anew, and its difference to the last word goes into the journal. */
export function refresh(kept: Kept, program: ProgramVersion, asOf: Instant): void {
  const standing = evaluateAll([program], kept.facts, asOf);
  const changes = difference(kept.last, standing);
  if (changes.length > 0) {
    kept.entries.push({ sequence: kept.entries.length + 1, changes });
    kept.last = standing;
  }
  kept.copy = standing;
}

/** Refreshes whenever the copy says that time will have changed it, up to `now`. */
export function letTimePass(kept: Kept, program: ProgramVersion, from: Instant, now: Instant): void {
  for (let at = from, turns = 0; kept.copy !== null; turns += 1) {
    const next = Math.min(kept.copy.standings[0]?.changesAt ?? END * 2, aheadOf(kept.facts, at));
    if (next > now) return;
    if (turns > 500) throw new Error('time stands still');
    at = next;
    refresh(kept, program, at);
  }
}

const ZERO = sumJournal([{ sequence: 1, changes: [{ kind: 'left', programId: PROGRAM }] }]).get(PROGRAM);

/** What the entries add up to. */
export const sumOfJournal = ({ entries }: Kept): JournalSum | undefined => sumJournal(entries).get(PROGRAM) ?? ZERO;

/** What they have to add up to; nothing where nothing was ever worked out. */
export function sumOfStanding(standing: CustomerStanding | null): JournalSum | undefined {
  const [only] = standing?.standings ?? [];
  return only === undefined ? ZERO : standingSum(only);
}
