import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../../shared/domain/ids.ts';
import { difference } from '../../../shared/domain/journal/difference.ts';
import { sumJournal } from '../../../shared/domain/journal/sum.ts';
import type { Keeping, ProgramVersion } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { tookPartBefore } from '../../../shared/domain/standing/keep-better.ts';
import type { Facts, Standing } from '../../../shared/domain/standing/standing.ts';
import { PROGRAM } from '../../support/builders/a-program.ts';
import { facts } from '../../support/builders/facts.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';
import { standingSum } from '../../support/story/standing-sum.ts';
import { asOfs, END, histories, programs } from './histories.ts';

const YEAR_MS = 365 * 86_400_000;
const START = END - 3 * YEAR_MS;
const runs = (seed: number, numRuns: number) => ({ seed, numRuns });
const begins = fc.integer({ min: START + YEAR_MS / 2, max: END });
const keepings: fc.Arbitrary<Keeping> = fc.option(fc.nat(2 * YEAR_MS), { freq: 2 }).map((ms) => ({
  until: ms === null ? null : START + YEAR_MS + ms,
}));

/** Rewards of another share, so that old and new ones are not worth the same. */
const asVersion = (version: number, said: ProgramVersion, more: Partial<ProgramVersion>): ProgramVersion => {
  const { mechanic } = said;
  const shared = mechanic.kind === 'nth_item' ? { ...mechanic, shareBp: 2000 + 1000 * (version % 3) } : mechanic;
  return { ...said, mechanic: shared, version, ...more };
};

/** Three versions of one program, each of any kind; the later ones keep what was promised, for a while or for good. */
const versions: fc.Arbitrary<readonly [ProgramVersion, ProgramVersion, ProgramVersion]> = fc
  .tuple(fc.tuple(programs, programs, programs), fc.tuple(begins, begins), fc.tuple(keepings, fc.option(keepings)))
  .map(([[a, b, c], [second, third], [keeps, keepsThird]]) => [
    asVersion(1, a, { effectiveAt: START - YEAR_MS }),
    asVersion(2, b, { effectiveAt: second, keeps }),
    asVersion(3, c, { effectiveAt: third, ...(keepsThird === null ? {} : { keeps: keepsThird }) }),
  ]);

const known = (deliveries: readonly Delivery[]): Facts => deliveries.reduce(receive, facts());
const alone = (version: ProgramVersion, told: Facts, asOf: Instant) =>
  evaluateAll([{ ...version, effectiveAt: 0 }], told, asOf).standings[0] as Standing;
const bpOf = ({ discountBp }: Standing) => discountBp;
const worthOf = ({ rewards }: Standing) => rewards?.worthMinor ?? 0;
const stands = ({ kept: _, changesAt: __, version: ___, ...rest }: Standing) => JSON.stringify(rest);

describe('holders who keep the better of two versions', () => {
  it('have what the old one gives or the new one, whichever is more, at the change and ever after', () => {
    const seen = { kept: 0, newer: 0, apart: 0, others: 0, over: 0 };
    fc.assert(
      fc.property(histories, versions, asOfs, fc.boolean(), (deliveries, [first, second], later, isAtChange) => {
        const told = known(deliveries);
        const changedAt = second.effectiveAt;
        const asOf = isAtChange ? changedAt : Math.max(changedAt, later);
        const [found] = evaluateAll([first, second], told, asOf).standings;
        if (found === undefined) throw new Error('it runs');
        const [old, young] = [alone(first, told, asOf), alone(second, told, asOf)];
        const until = second.keeps?.until ?? null;
        const isOver = until !== null && until <= asOf;
        if (isOver || !tookPartBefore(first, told, changedAt)) {
          seen[isOver ? 'over' : 'others'] += 1;
          if (stands(found) !== stands(young) || found.kept !== undefined) expect(found).toEqual(young);
          return;
        }
        if (bpOf(found) !== Math.max(bpOf(old), bpOf(young))) expect(bpOf(found)).toBe([bpOf(old), bpOf(young)]);
        if (worthOf(found) !== Math.max(worthOf(old), worthOf(young))) expect(found).toEqual([old, young]);
        const kept = found.kept !== undefined;
        seen[kept ? 'kept' : 'newer'] += 1;
        if (kept && found.version !== (found.kept?.rewardsBy ?? found.version)) seen.apart += 1;
      }),
      runs(81, 10_000),
    );
    expect(Object.values(seen).every((count) => count > 80)).toBe(true);
  });

  it('stand the same however the facts arrive, and every version that may count is looked at', () => {
    let chains = 0;
    fc.assert(
      fc.property(histories, versions, asOfs, fc.nat(), (deliveries, three, asOf, seed) => {
        const mixed = shuffled([...deliveries, ...deliveries], chance(seed));
        const [once, again] = [deliveries, mixed].map((told) => evaluateAll(three, known(told), asOf));
        if (JSON.stringify(again) !== JSON.stringify(once)) expect(again).toEqual(once);
        const [found] = once?.standings ?? [];
        if (found?.kept?.inForce === 3 && found.version === 1) chains += 1;
      }),
      runs(82, 2000),
    );
    expect(chains).toBeGreaterThan(50);
  });

  it('are journalled so that the sum of all changes is the standing, whichever version it came from', () => {
    const gaps = fc.array(fc.nat(200 * 86_400_000), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(histories, versions, gaps, (deliveries, three, pauses) => {
        let [told, now] = [facts(), START - 1];
        const standings = pauses.map((gap, i) => {
          now += gap;
          const delivery = deliveries[i];
          told = delivery === undefined ? told : receive(told, delivery);
          return evaluateAll(three, told, now);
        });
        const entries = standings.map((after, i) => {
          return { sequence: i + 1, changes: difference(standings[i - 1] ?? null, after) };
        });
        const [standing] = standings.at(-1)?.standings ?? [];
        if (standing === undefined) throw new Error('it runs');
        const sum = sumJournal([{ sequence: 0, changes: [{ kind: 'left', programId: PROGRAM }] }, ...entries]);
        expect(sum.get(PROGRAM)).toEqual(standingSum(standing));
      }),
      runs(83, 1000),
    );
  });

  it('are changed by time at no instant that was not told before', () => {
    let changed = 0;
    fc.assert(
      fc.property(histories, versions, asOfs, fc.nat(YEAR_MS), (deliveries, three, asOf, gap) => {
        // What happened already, so that nothing but time is left to change anything.
        const told = known(deliveries.filter((delivery) => isBy(delivery, asOf)));
        const [before, after] = [asOf, asOf + gap].map((at) => evaluateAll(three, told, at).standings[0]);
        if (before === undefined || after === undefined) return;
        if (stands(before) === stands(after)) return;
        changed += 1;
        expect(before.changesAt ?? END * 2).toBeLessThanOrEqual(asOf + gap);
      }),
      runs(84, 2000),
    );
    expect(changed).toBeGreaterThan(100);
  });
});

function isBy(delivery: Delivery, asOf: Instant): boolean {
  if (delivery.kind === 'card') return delivery.card.issuedAt <= asOf;
  if (delivery.kind === 'manual') return delivery.fact.at <= asOf;
  const { snapshot, refunds } = delivery;
  const all = [snapshot?.processedAt ?? 0, snapshot?.cancelledAt ?? 0, ...refunds.map((r) => r.processedAt)];
  return all.every((at) => at <= asOf);
}
