import { describe, expect, it } from '@jest/globals';
import { countingVersions } from '../../../shared/domain/program/counting-versions.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, levels, nthItem, PROGRAM, stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at, midnight } from '../../support/builders/at.ts';
import { facts, given } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';

const CHANGE = midnight('2026-06-01');
const FOR_GOOD = { until: null };

/** A purchase of so many items at 100.00 each. */
const bought = (id: number, day: string, quantity = 1) =>
  aPurchase({
    orderId: orderId(String(id)),
    processedAt: at(day),
    lines: [aLine({ quantity, amountMinor: quantity * 10_000 })],
  });

const second = (version: ProgramVersion, keeps: ProgramVersion['keeps'] = FOR_GOOD): ProgramVersion => ({
  ...version,
  version: 2,
  effectiveAt: CHANGE,
  ...(keeps && { keeps }),
});

const standing = (versions: readonly ProgramVersion[], known: Partial<Facts>, day: string) => {
  const [found] = evaluateAll(versions, facts(known), at(day)).standings;
  if (found === undefined) throw new Error('no program is running');
  return found;
};

const GENEROUS = levels('500.00 → 5 %, 800.00 → 8 %');
const MEAN = levels('1000.00 → 2 %, 2000.00 → 10 %');
const before = [bought(1, '2026-05-01', 6)];

describe('a new version that keeps what holders were promised', () => {
  it('gives them the old percentage until the new one gives more, and says whose it is', () => {
    const both = [GENEROUS, second(MEAN)];
    expect(standing(both, { purchases: before }, '2026-05-31')).toMatchObject({ version: 1, discountBp: 500 });
    const kept = standing(both, { purchases: before }, '2026-06-01');
    expect(kept).toMatchObject({ version: 1, discountBp: 500, level: 0, kept: { inForce: 2, rewardsBy: null } });
    const more = [...before, bought(2, '2026-06-05', 3)];
    expect(standing(both, { purchases: more }, '2026-06-06')).toMatchObject({ version: 1, discountBp: 800, level: 1 });
    const most = standing(both, { purchases: [...more, bought(3, '2026-06-07', 20)] }, '2026-06-08');
    expect(most).toMatchObject({ version: 2, discountBp: 1000, level: 1 });
    expect(most.kept).toBeUndefined();
  });

  it('is the only one for who bought nothing before it began, or has nothing kept', () => {
    const late = [bought(1, '2026-06-01', 9)];
    expect(standing([GENEROUS, second(MEAN)], { purchases: late }, '2026-06-02')).toMatchObject({
      version: 2,
      discountBp: 0,
    });
    const forAll = { ...second(MEAN), keeps: undefined } as unknown as ProgramVersion;
    expect(standing([GENEROUS, forAll], { purchases: before }, '2026-06-02')).toMatchObject({
      version: 2,
      discountBp: 0,
    });
  });

  it('asks for a card from before where the old one asked for a card', () => {
    const card = { kind: 'card', fromMinor: 0, earlier: 'count' } as const;
    const both = [
      aProgram({ membership: card }),
      second(aProgram({ membership: card, mechanic: { kind: 'fixed', discountBp: 300 } })),
    ];
    const bp = (day: string) =>
      standing(both, { purchases: before, cards: [aHeldCard({ issuedAt: at(day) })] }, '2026-07-01').discountBp;
    expect([bp('2026-05-31 23:59'), bp('2026-06-01')]).toEqual([500, 300]);
  });

  it('keeps only until the day that was said, and that day is told beforehand', () => {
    const until = midnight('2027-01-01');
    const both = [GENEROUS, second(MEAN, { until })];
    const kept = standing(both, { purchases: before }, '2026-12-31');
    expect(kept).toMatchObject({ discountBp: 500, changesAt: until, kept: { until } });
    expect(standing(both, { purchases: before }, '2027-01-01')).toMatchObject({ version: 2, discountBp: 0 });
    expect(standing([GENEROUS, second(MEAN)], { purchases: before }, '2026-12-31').kept?.until).toBeNull();
  });

  it('keeps all before it that was kept, for each as of when they took part', () => {
    const third = {
      ...aProgram({ mechanic: { kind: 'fixed', discountBp: 100 } }),
      version: 3,
      effectiveAt: midnight('2026-08-01'),
      keeps: FOR_GOOD,
    };
    const all = [GENEROUS, second(levels('100.00 → 3 %')), third];
    const july = [bought(1, '2026-07-01', 9)];
    expect(standing(all, { purchases: before }, '2026-09-01')).toMatchObject({
      version: 1,
      discountBp: 500,
      kept: { inForce: 3 },
    });
    expect(standing(all, { purchases: july }, '2026-09-01')).toMatchObject({
      version: 2,
      discountBp: 300,
      kept: { inForce: 3 },
    });
    expect(countingVersions(all, at('2026-09-01')).map(({ version }) => version.version)).toEqual([3, 2, 1]);
    const closed = [GENEROUS, aProgram({ version: 2, effectiveAt: CHANGE }), third];
    expect(countingVersions(closed, at('2026-09-01')).map(({ version }) => version.version)).toEqual([3, 2]);
  });

  it('keeps nothing of a version that has ended by itself, and nothing at all of a program that has ended', () => {
    const ending = { ...GENEROUS, endsAt: midnight('2026-07-01') };
    expect(standing([ending, second(MEAN)], { purchases: before }, '2026-06-30').discountBp).toBe(500);
    expect(standing([ending, second(MEAN)], { purchases: before }, '2026-07-01').discountBp).toBe(0);
    const end = { ...second(MEAN), version: 3, effectiveAt: midnight('2026-08-01'), endsAt: midnight('2026-08-01') };
    expect(
      evaluateAll([GENEROUS, second(MEAN), end], facts({ purchases: before }), at('2026-08-02')).standings,
    ).toEqual([]);
  });

  it('counts steps on by the old rule too, and a level by hand is a floor under both', () => {
    const steps = [stepUp('0 %, 2 %, 10 %'), second(stepUp('0 %, 1 %, 20 %'))];
    const purchases = [1, 2, 3].map((n) => bought(n, `2026-05-0${n}`));
    expect(standing(steps, { purchases }, '2026-06-01')).toMatchObject({ version: 1, position: 3, discountBp: 600 });
    const many = [...purchases, ...[4, 5, 6, 7, 8, 9].map((n) => bought(n, `2026-06-0${n}`))];
    expect(standing(steps, { purchases: [...many, bought(10, '2026-06-10')] }, '2026-07-01').discountBp).toBe(1000);
    const eleven = [...many, bought(10, '2026-06-10'), bought(11, '2026-06-11')];
    expect(standing(steps, { purchases: eleven }, '2026-07-01')).toMatchObject({ version: 2, discountBp: 1100 });
    expect(standing(steps, { purchases, manual: [given(700)] }, '2026-06-01').discountBp).toBe(700);
  });
});

describe('rewards of items when a new version keeps what was promised', () => {
  it('stay ready at what they were worth, and are used once whichever version gave them', () => {
    const both = [nthItem('3 → 50 %'), second(nthItem('3 → 10 %'))];
    const kept = standing(both, { purchases: [bought(1, '2026-05-01', 3)] }, '2026-06-01');
    expect(kept).toMatchObject({ version: 1, rewards: { ready: 1, worthMinor: 15_000 }, kept: { rewardsBy: 1 } });
    const used = aPurchase({
      orderId: orderId('2'),
      processedAt: at('2026-06-02'),
      lines: [aLine({ quantity: 1, amountMinor: 0, reward: { after: 3, count: 1, givenMinor: 10_000 } })],
    });
    const after = standing(both, { purchases: [bought(1, '2026-05-01', 3), used] }, '2026-06-03');
    expect(after.rewards).toMatchObject({ ready: 0, used: 1, deficit: 0, progress: 0 });
  });

  it('stay ready although the year of the new version has nothing in it yet', () => {
    const both = [nthItem('3 → 10 %'), second(nthItem('3 → 10 %', { window: { kind: 'calendar_year' } }))];
    const old = { purchases: [bought(1, '2025-05-01', 3)] };
    expect(standing(both, old, '2026-06-01')).toMatchObject({ version: 1, rewards: { ready: 1, counted: 3 } });
  });

  it('wait beside the percentage of a version that gives one, each from its own version', () => {
    const both = [nthItem('3 → 50 %'), second(aProgram())];
    const purchases = [bought(1, '2026-05-01', 4)];
    const found = standing(both, { purchases }, '2026-06-01');
    expect(found).toMatchObject({
      version: 2,
      discountBp: 500,
      kept: { inForce: 2, rewardsBy: 1 },
      rewards: { ready: 1 },
    });
    const all = { asOf: found.windowStartsAt ?? 0, standings: [found] };
    expect([claimsOf(all), rewardClaimOf(all)?.readyMinor]).toEqual([
      [{ programId: PROGRAM, discountBp: 500 }],
      [15_000],
    ]);
  });

  it('of the same worth are those of the larger share, of the nearer next one, and else the old ones', () => {
    const nothing = { purchases: [bought(1, '2026-05-01')] };
    const better = [nthItem('3 → 10 %'), second(nthItem('3 → 20 %'))];
    expect(standing(better, nothing, '2026-06-01')).toMatchObject({ version: 2, rewards: { shareBp: 2000 } });
    const carrying = [nthItem('3 → 10 %', { surplus: 'carries' }), second(nthItem('3 → 10 %'))];
    expect(standing(carrying, nothing, '2026-06-01')).toMatchObject({ version: 1, rewards: { carries: true } });
    const alike = [nthItem('3 → 10 %'), second(nthItem('3 → 10 %'))];
    expect(standing(alike, nothing, '2026-06-01').version).toBe(1);
  });
});
