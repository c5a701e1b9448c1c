import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../../shared/domain/ids.ts';
import { difference } from '../../../shared/domain/journal/difference.ts';
import { type JournalSum, sumJournal } from '../../../shared/domain/journal/sum.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { CustomerStanding, Facts, Standing } from '../../../shared/domain/standing/standing.ts';
import { PROGRAM } from '../../support/builders/a-program.ts';
import { facts } from '../../support/builders/facts.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';
import { standingSum } from '../../support/story/standing-sum.ts';
import { asOfs, END, histories, ofSteps, programs } from './histories.ts';

const runs = (seed: number, numRuns = 2000) => ({ seed, numRuns });
const NOTHING = facts();
const ZERO = sumJournal([{ sequence: 1, changes: [{ kind: 'left', programId: PROGRAM }] }]).get(PROGRAM);

/** Equal, and quick to see as long as it is. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

const known = (deliveries: readonly Delivery[], owedCounts = false): Facts =>
  deliveries.reduce(receive, facts({ owedCounts }));

/** Everything twice, once more in part, in another order. */
function again(deliveries: readonly Delivery[], seed: number): readonly Delivery[] {
  const random = chance(seed);
  return shuffled([...deliveries, ...deliveries, ...deliveries.filter(() => random() < 0.3)], random);
}

const sumOf = (s: Standing | undefined): JournalSum | undefined => s && standingSum(s);

/** What a holder, or the job that looks after ended windows, would notice. */
const tell = ({ standings }: CustomerStanding) => JSON.stringify(standings);

/** The first instant of a fact that lies ahead; from then on it counts, though nobody tells anything. */
function aheadOf({ purchases, cards, manual }: Facts, now: Instant): Instant {
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
type Kept = {
  facts: Facts;
  last: CustomerStanding | null;
  copy: CustomerStanding | null;
  readonly entries: { readonly sequence: number; readonly changes: ReturnType<typeof difference> }[];
};

function refresh(kept: Kept, program: ProgramVersion, asOf: Instant): void {
  const standing = evaluateAll([program], kept.facts, asOf);
  const changes = difference(kept.last, standing);
  if (changes.length > 0) {
    kept.entries.push({ sequence: kept.entries.length + 1, changes });
    kept.last = standing;
  }
  kept.copy = standing;
}

/** Refreshes whenever the copy says that time will have changed it, up to `now`. */
function letTimePass(kept: Kept, program: ProgramVersion, from: Instant, now: Instant): void {
  for (let at = from, turns = 0; kept.copy !== null; turns += 1) {
    const next = Math.min(kept.copy.standings[0]?.changesAt ?? END * 2, aheadOf(kept.facts, at));
    if (next > now) return;
    if (turns > 500) throw new Error('time stands still');
    at = next;
    refresh(kept, program, at);
  }
}

describe('what is always true (rules 6)', () => {
  it('1: any order and any repetition of deliveries gives the same facts, standing and sum of the journal', () => {
    fc.assert(
      fc.property(histories, programs, asOfs, fc.nat(), fc.boolean(), (deliveries, program, asOf, seed, owed) => {
        const [once, mixed] = [known(deliveries, owed), known(again(deliveries, seed), owed)];
        const byId = (all: Facts) => [...all.purchases].sort((a, b) => Number(a.orderId) - Number(b.orderId));
        same(byId(mixed), byId(once));
        same(evaluateAll([program], mixed, asOf), evaluateAll([program], once, asOf));
      }),
      runs(11),
    );
  });

  it('1: a journal written along the way adds up to the same, whatever way it was', () => {
    fc.assert(
      fc.property(histories, programs, fc.nat(), (deliveries, program, seed) => {
        const sums = [deliveries, again(deliveries, seed)].map((told) => {
          const kept: Kept = { facts: NOTHING, last: null, copy: null, entries: [] };
          for (const delivery of told) {
            kept.facts = receive(kept.facts, delivery);
            refresh(kept, program, END);
          }
          return sumJournal(kept.entries).get(PROGRAM) ?? ZERO;
        });
        expect(sums[1]).toEqual(sums[0]);
        const { standings } = evaluateAll([program], known(deliveries), END);
        expect(sums[0]).toEqual(sumOf(standings[0]));
      }),
      runs(12, 1000),
    );
  });

  it('2: what is stored equals what a rebuild from the facts gives, at any time', () => {
    const when = fc.array(fc.nat(200 * 86_400_000), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(histories, programs, when, (deliveries, program, gaps) => {
        const kept: Kept = { facts: NOTHING, last: null, copy: null, entries: [] };
        let now = END - 3 * 365 * 86_400_000;
        for (const [i, gap] of gaps.entries()) {
          letTimePass(kept, program, now, now + gap);
          now += gap;
          if (kept.copy !== null) expect(tell(kept.copy)).toBe(tell(evaluateAll([program], kept.facts, now)));
          const delivery = deliveries[i];
          if (delivery === undefined) continue;
          kept.facts = receive(kept.facts, delivery);
          refresh(kept, program, now);
        }
        const { standings } = evaluateAll([program], kept.facts, now);
        const sum = sumJournal(kept.entries).get(PROGRAM) ?? ZERO;
        expect(sum).toEqual(kept.copy === null ? ZERO : sumOf(standings[0]));
      }),
      runs(13),
    );
  });

  it('4: the lines of a purchase add up to it, and time takes away but never adds', () => {
    fc.assert(
      fc.property(histories, asOfs, fc.nat(300 * 86_400_000), (deliveries, asOf, gap) => {
        for (const purchase of known(deliveries).purchases) {
          const [before, after] = [asOf, asOf + gap].map((at) => netPurchase(purchase, at, NOTHING));
          if (!before || !after) continue;
          for (const net of [before, after]) {
            expect(net.lines.reduce((sum, l) => sum + l.amountMinor, 0)).toBe(net.amountMinor);
            expect(net.lines.reduce((sum, l) => sum + l.items, 0)).toBe(net.items);
          }
          before.lines.forEach((line, i) => {
            const later = after.lines[i];
            const charged = purchase.snapshot?.lines.find((l) => l.lineId === line.lineId)?.amountMinor ?? 0;
            expect(line.amountMinor >= 0 && line.items >= 0 && line.amountMinor <= charged).toBe(true);
            expect((later?.amountMinor ?? 0) <= line.amountMinor && (later?.items ?? 0) <= line.items).toBe(true);
          });
        }
      }),
      runs(14),
    );
  });

  it('4: purchases add up to the total of somebody who takes part for life', () => {
    fc.assert(
      fc.property(histories, programs, asOfs, (deliveries, said, asOf) => {
        const all = known(deliveries);
        const program = { ...said, window: { kind: 'lifetime' }, membership: { kind: 'everyone' } } as const;
        const nets = all.purchases.flatMap((purchase) => netPurchase(purchase, asOf, all) ?? []);
        const standing = evaluate(program, all, asOf);
        expect(standing.spentMinor).toBe(nets.reduce((sum, net) => sum + net.amountMinor, 0));
        expect(standing.items).toBe(nets.reduce((sum, net) => sum + net.items, 0));
        expect(standing.purchases).toBe(nets.filter((net) => net.counts).length);
      }),
      runs(15),
    );
  });

  it('1: time alone changes nothing before the instant that is known for it', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 3 });
    fc.assert(
      fc.property(histories, programs, asOfs, shares, (deliveries, program, asOf, some) => {
        const all = known(deliveries);
        const [before] = evaluateAll([program], all, asOf).standings;
        const to = Math.min(before?.changesAt ?? END * 2, aheadOf(all, asOf));
        for (const at of [to - 1, ...some.map((share) => asOf + Math.floor(((to - 1 - asOf) / 1000) * share))])
          same(evaluateAll([program], all, at).standings, [before]);
      }),
      runs(17),
    );
  });

  it('2.5: at the instant that is known for it, a step is taken back or a new window begins', () => {
    fc.assert(
      fc.property(histories, ofSteps, asOfs, (deliveries, program, asOf) => {
        const all = known(deliveries);
        const before = evaluate(program, all, asOf);
        if (before.changesAt === null || before.changesAt >= aheadOf(all, asOf)) return;
        const after = evaluate(program, all, before.changesAt);
        const begins = after.windowStartsAt === before.changesAt;
        expect(begins ? after.position === 0 : after.position < before.position).toBe(true);
      }),
      runs(18),
    );
  });

  it('2.2: a level that stays is the highest that following would have shown at any event', () => {
    const lifelong = fc.constantFrom<'lifetime' | 'calendar_year'>('lifetime', 'calendar_year');
    fc.assert(
      fc.property(histories, programs, asOfs, lifelong, (deliveries, said, asOf, kind) => {
        const all = known(deliveries);
        if (said.mechanic.kind !== 'levels') return;
        const base = { ...said, membership: { kind: 'everyone' }, window: { kind } } as const;
        const mechanic = { ...said.mechanic, holds: 'window' } as const;
        const stays = evaluate({ ...base, mechanic: { ...mechanic, afterRefund: 'stays' } }, all, asOf);
        const events = all.purchases.flatMap(({ snapshot, refunds }) =>
          [snapshot?.processedAt, snapshot?.cancelledAt, ...refunds.map((r) => r.processedAt)].flatMap((at) =>
            at !== null && at !== undefined && at <= asOf && at >= (stays.windowStartsAt ?? 0) ? [at] : [],
          ),
        );
        const followed = [...events, asOf].map(
          (at) => evaluate({ ...base, mechanic: { ...mechanic, afterRefund: 'follows' } }, all, at).level ?? -1,
        );
        expect(stays.level ?? -1).toBe(Math.max(...followed));
      }),
      runs(16),
    );
  });
});
