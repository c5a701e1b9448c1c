import { describe, expect, it } from '@jest/globals';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { exampleOf } from '../../../shared/domain/program/example.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import { aDraft, aDraftLevel, inSteps } from '../../support/builders/a-draft.ts';
import { at } from '../../support/builders/at.ts';

const now = at('2026-06-15 00:10');

function example(said: Partial<ProgramDraft>) {
  const read = readDraft(aDraft(said), { currency: 'EUR', timeZone: 'Europe/Berlin' });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return exampleOf(read.value, now);
}

const short = (said: Partial<ProgramDraft>) =>
  example(said).map((row) => `${row.amountMinor} - ${row.discountMinor} = ${row.spentMinor} → ${row.discountBpAfter}`);

describe('the example of the wizard', () => {
  it('walks through the levels and charges each purchase with the standing just before it', () => {
    expect(short({})).toEqual([
      '50000 - 0 = 50000 → 100',
      '15000 - 150 = 64850 → 100',
      '15000 - 150 = 79700 → 100',
      '50000 - 500 = 129200 → 200',
      '50000 - 1000 = 178200 → 200',
      '50000 - 1000 = 227200 → 200',
    ]);
  });

  it('names the levels and the days, two weeks apart and none of them ahead', () => {
    const rows = example({});
    expect(rows.map((row) => row.levelNameAfter)).toEqual(['Silver', 'Silver', 'Silver', 'Gold', 'Gold', 'Gold']);
    expect(rows.map((row) => row.day)).toEqual([
      '2026-03-09',
      '2026-03-23',
      '2026-04-06',
      '2026-04-20',
      '2026-05-04',
      '2026-05-18',
    ]);
  });

  it('begins with the purchase that gives the card', () => {
    const byCard = { membership: 'card', cardFrom: '700.00' } as const;
    expect(short(byCard).slice(0, 2)).toEqual(['70000 - 0 = 70000 → 100', '5000 - 50 = 74950 → 100']);
    expect(short({ ...byCard, cardFrom: '0' })[0]).toBe('50000 - 0 = 50000 → 100');
  });

  it('gives a fixed discount from the second purchase of a holder on, and to everybody at once', () => {
    const fixed = { mechanic: 'fixed', fixedPercent: '5' } as const;
    expect(short({ ...fixed, membership: 'card', cardFrom: '100' }).slice(0, 2)).toEqual([
      '10000 - 0 = 10000 → 500',
      '10000 - 500 = 19500 → 500',
    ]);
    expect(short(fixed)[0]).toBe('10000 - 500 = 9500 → 500');
  });

  it('goes up step by step to the cap, and shows that nothing comes after it', () => {
    const rows = short(inSteps({ startPercent: '1', stepPercent: '2', capPercent: '4' }));
    expect(rows).toEqual([
      '10000 - 100 = 9900 → 300',
      '10000 - 300 = 19600 → 400',
      '10000 - 400 = 29200 → 400',
      '10000 - 400 = 38800 → 400',
    ]);
    const recipe = example(inSteps({ membership: 'card', cardFrom: '0' }));
    expect(recipe.map((row) => row.discountMinor / 100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10]);
    expect([recipe.at(0)?.day, recipe.at(-1)?.day]).toEqual(['2026-01-12', '2026-06-15']);
  });

  it('shows what one pause takes, and how the next purchase goes on', () => {
    const rows = (said: Partial<ProgramDraft>) => example(inSteps({ capPercent: '5', decayDays: '30', ...said }));
    const told = (said: Partial<ProgramDraft>) => rows(said).map((row) => [row.stepsBack, row.discountMinor / 100]);
    expect(told({ decay: 'step_back' })).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [1, 4],
      [0, 5],
    ]);
    expect(told({ decay: 'start' }).slice(4)).toEqual([
      [0, 4],
      [5, 0],
      [0, 1],
    ]);
    const days = rows({ decay: 'start' }).map(({ day }) => day);
    expect(days.slice(4)).toEqual(['2026-05-01', '2026-06-01', '2026-06-15']);
  });

  it('comes often enough to lose nothing but by that one pause, and does not take New Year for one', () => {
    const often = example(inSteps({ decay: 'step_back', decayDays: '3', capPercent: '4' }));
    expect(often.map(({ stepsBack }) => stepsBack)).toEqual([0, 0, 0, 0, 1, 0]);
    expect(example(inSteps({ window: 'calendar_year' })).every(({ stepsBack }) => stepsBack === 0)).toBe(true);
  });

  it('fills the card with items, shows the reward, and takes it off the next purchase', () => {
    const rows = example({
      mechanic: 'nth_item',
      nthItems: '10',
      nthPercent: '10',
      membership: 'card',
      cardFrom: '1000',
    });
    const [first, second, third, fourth] = rows;
    expect(rows.every(({ amountMinor }) => amountMinor === 100_000)).toBe(true);
    expect([first, second].map((row) => row?.rewardsAfter?.progress)).toEqual([4, 8]);
    expect([third?.discountMinor, third?.rewardsAfter?.progress]).toEqual([25_000, 1]);
    expect(fourth?.discountMinor).toBe(0);
  });

  it('never shows a purchase of nothing', () => {
    const levels = [aDraftLevel({ fromSpent: '100.00' }), aDraftLevel({ fromSpent: '100.01', percent: '2' })];
    expect(example({ levels }).every((row) => row.amountMinor > 0)).toBe(true);
    expect(example({ levels: [aDraftLevel({ fromSpent: '', fromPurchases: '3' })] })).toHaveLength(4);
  });

  it('shows eight purchases at most', () => {
    const levels = [1, 2, 3, 4, 5, 6].map((n) => aDraftLevel({ fromSpent: `${n * 1000}`, percent: String(n) }));
    expect(example({ levels })).toHaveLength(8);
  });
});
