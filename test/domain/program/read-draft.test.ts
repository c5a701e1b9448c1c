import { describe, expect, it } from '@jest/globals';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import { aDraft, aDraftLevel, inSteps } from '../../support/builders/a-draft.ts';

const shop = { currency: 'EUR', timeZone: 'Europe/Berlin' };

/** Everything that is wrong, in order: where, and its code. */
function faultsOf(said: Partial<ProgramDraft>, of = shop): readonly string[] {
  const read = readDraft(aDraft(said), of);
  return read.ok ? [] : read.error.faults.map(({ path, code }) => `${path} ${code}`);
}

function read(said: Partial<ProgramDraft>, of = shop) {
  const answer = readDraft(aDraft(said), of);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

const oneLevel = (said: Parameters<typeof aDraftLevel>[0]) => ({ levels: [aDraftLevel(said)] });
const twoLevels = (said: Parameters<typeof aDraftLevel>[0]) => ({ levels: [aDraftLevel(), aDraftLevel(said)] });

describe('reading what the wizard holds', () => {
  it('turns typed text into a program', () => {
    expect(read({ name: '  Regulars ', levels: [aDraftLevel({ fromPurchases: ' 3 ', percent: '1,5' })] })).toEqual({
      name: 'Regulars',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      membership: { kind: 'everyone' },
      window: { kind: 'lifetime' },
      mechanic: {
        kind: 'levels',
        levels: [{ name: 'Silver', fromSpentMinor: 50_000, fromPurchases: 3, discountBp: 150 }],
        reachedBy: 'any',
        afterRefund: 'follows',
        holds: 'window',
      },
    });
  });

  it('reads a fixed discount by card, with every window', () => {
    const fixed = {
      mechanic: 'fixed',
      fixedPercent: '5',
      membership: 'card',
      cardFrom: '500',
      earlier: 'count',
    } as const;
    expect(read(fixed)).toMatchObject({
      membership: { kind: 'card', fromMinor: 50_000, earlier: 'count' },
      mechanic: { kind: 'fixed', discountBp: 500 },
    });
    expect(read({ ...fixed, window: 'card_year' }).window).toEqual({ kind: 'card_year' });
    expect(read({ window: 'calendar_year', holds: 'next_window' }).window).toEqual({ kind: 'calendar_year' });
    expect(read({ window: 'rolling_days', windowLength: '365' }).window).toEqual({ kind: 'rolling_days', days: 365 });
    expect(read({ window: 'rolling_months', windowLength: '12' }).window).toEqual({
      kind: 'rolling_months',
      months: 12,
    });
  });

  it('reads steps with every purchase, and what a pause takes', () => {
    const steps = { kind: 'step_up', startBp: 0, stepBp: 100, capBp: 1000 };
    expect(read(inSteps()).mechanic).toEqual({ ...steps, decay: null });
    expect(read(inSteps({ decayDays: 'whatever' })).mechanic).toEqual({ ...steps, decay: null });
    const said = inSteps({ startPercent: '2,5', capPercent: '100', decay: 'step_back', decayDays: ' 60 ' });
    expect(read(said).mechanic).toEqual({
      ...steps,
      startBp: 250,
      capBp: 10_000,
      decay: { days: 60, to: 'step_back' },
    });
    expect(read(inSteps({ decay: 'start', decayDays: '3650' })).mechanic).toMatchObject({
      decay: { days: 3650, to: 'start' },
    });
    expect(read(inSteps({ window: 'calendar_year' })).window).toEqual({ kind: 'calendar_year' });
    const byCard = { membership: 'card', cardFrom: '0', window: 'card_year' } as const;
    expect(read(inSteps(byCard)).window).toEqual({ kind: 'card_year' });
  });

  it('asks nothing of levels where there are steps', () => {
    const ofLevels = { levels: [], holds: 'next_window', afterRefund: 'stays' } as const;
    expect(faultsOf(inSteps(ofLevels))).toEqual([]);
  });

  it('hands the card to every buyer from a purchase of nothing on', () => {
    expect(read({ membership: 'card', cardFrom: '0' }).membership).toMatchObject({ fromMinor: 0 });
  });

  it('names a level that has no name', () => {
    expect(read(oneLevel({ name: ' ' })).mechanic).toMatchObject({ levels: [{ name: 'Level 1' }] });
  });

  it('lets a level begin with the first purchase and ask for one measure only', () => {
    expect(faultsOf(oneLevel({ fromSpent: '0' }))).toEqual([]);
    expect(faultsOf(oneLevel({ fromSpent: '', fromPurchases: '1' }))).toEqual([]);
    expect(faultsOf(twoLevels({ fromSpent: '', fromPurchases: '3', percent: '2' }))).toEqual([]);
  });

  it('reads amounts in the currency of the shop', () => {
    const level = (fromSpent: string, currency: string) =>
      read(oneLevel({ fromSpent }), { ...shop, currency }).mechanic;
    expect(level('500', 'JPY')).toMatchObject({ levels: [{ fromSpentMinor: 500 }] });
    expect(level('1,250', 'KWD')).toMatchObject({ levels: [{ fromSpentMinor: 1250 }] });
    expect(faultsOf(oneLevel({ fromSpent: '0.5' }), { ...shop, currency: 'JPY' })).toEqual([
      'levels.0.fromSpent amount_too_precise',
    ]);
  });

  it('does not take a thousand for one', () => {
    for (const fromSpent of ['1,000', '1.000'])
      expect(faultsOf(oneLevel({ fromSpent }))).toEqual(['levels.0.fromSpent amount_ambiguous']);
    expect(faultsOf(oneLevel({ fromSpent: '10.000,00' }))).toEqual(['levels.0.fromSpent amount_unreadable']);
  });

  it.each<[string, Partial<ProgramDraft>, readonly string[]]>([
    ['no name', { name: ' ' }, ['name program_name_missing']],
    ['a name that is too long', { name: 'x'.repeat(81) }, ['name too_long']],
    ['no level', { levels: [] }, ['levels levels_missing']],
    ['too many levels', { levels: new Array(21).fill(0).map((_, i) => rising(i)) }, ['levels levels_too_many']],
    ['a level that asks for nothing', oneLevel({ fromSpent: ' ' }), ['levels.0.fromSpent level_asks_nothing']],
    ['an amount that is none', oneLevel({ fromSpent: 'much' }), ['levels.0.fromSpent amount_unreadable']],
    ['an amount below zero', oneLevel({ fromSpent: '-5' }), ['levels.0.fromSpent amount_negative']],
    ['an amount with too many decimals', oneLevel({ fromSpent: '5.0001' }), ['levels.0.fromSpent amount_too_precise']],
    ['an amount that is too large', oneLevel({ fromSpent: '9'.repeat(17) }), ['levels.0.fromSpent amount_too_large']],
    [
      'no whole number of purchases',
      oneLevel({ fromPurchases: '1.5' }),
      ['levels.0.fromPurchases purchases_out_of_range'],
    ],
    ['no purchases at all', oneLevel({ fromPurchases: '0' }), ['levels.0.fromPurchases purchases_out_of_range']],
    ['too many purchases', oneLevel({ fromPurchases: '100001' }), ['levels.0.fromPurchases purchases_out_of_range']],
    ['no percentage', oneLevel({ percent: '' }), ['levels.0.percent percent_unreadable']],
    ['a percentage of nothing', oneLevel({ percent: '0' }), ['levels.0.percent discount_of_nothing']],
    ['more than everything', oneLevel({ percent: '100.01' }), ['levels.0.percent discount_too_high']],
    ['a percentage with too many decimals', oneLevel({ percent: '1.005' }), ['levels.0.percent percent_too_precise']],
    [
      'a level that begins lower than the one before',
      twoLevels({ fromSpent: '499.99', percent: '2' }),
      ['levels.1.fromSpent level_total_falls'],
    ],
    [
      'a level that begins where the one before begins',
      twoLevels({ percent: '2' }),
      ['levels.1.fromSpent level_begins_alike'],
    ],
    [
      'a level that gives no more than the one before',
      twoLevels({ fromSpent: '800' }),
      ['levels.1.percent level_gives_no_more'],
    ],
    [
      'a level without a percentage above another, once',
      twoLevels({ fromSpent: '800', percent: '' }),
      ['levels.1.percent percent_unreadable'],
    ],
    ['a fixed discount of nothing', { mechanic: 'fixed', fixedPercent: '' }, ['fixedPercent percent_unreadable']],
    ['a card without its amount', { membership: 'card', cardFrom: '' }, ['cardFrom amount_unreadable']],
    ['the year of a card without a card', { window: 'card_year' }, ['window card_year_without_card']],
    ['rolling days without their number', { window: 'rolling_days' }, ['windowLength days_out_of_range']],
    ['too many rolling days', { window: 'rolling_days', windowLength: '3651' }, ['windowLength days_out_of_range']],
    [
      'too many rolling months',
      { window: 'rolling_months', windowLength: '121' },
      ['windowLength months_out_of_range'],
    ],
    [
      'a level that stays in a window without end',
      { window: 'rolling_days', windowLength: '30', afterRefund: 'stays' },
      ['afterRefund rolling_window_cannot_stay'],
    ],
    ['a level that holds through the next of no windows', { holds: 'next_window' }, ['holds only_years_follow']],
    [
      'a level that holds through the next rolling month',
      { holds: 'next_window', window: 'rolling_months', windowLength: '3' },
      ['holds only_years_follow'],
    ],
    ['steps without a start', inSteps({ startPercent: '' }), ['startPercent percent_unreadable']],
    ['a start above everything', inSteps({ startPercent: '101' }), ['startPercent discount_too_high']],
    ['a step of nothing', inSteps({ stepPercent: '0' }), ['stepPercent step_of_nothing']],
    ['a step that is none', inSteps({ stepPercent: 'one' }), ['stepPercent percent_unreadable']],
    ['a cap below the start', inSteps({ startPercent: '11' }), ['capPercent cap_not_above_start']],
    ['a cap at the start, to which no step leads', inSteps({ startPercent: '10' }), ['capPercent cap_not_above_start']],
    ['a cap above everything, once', inSteps({ capPercent: '100.01' }), ['capPercent discount_too_high']],
    ['a pause of no days', inSteps({ decay: 'step_back', decayDays: '0' }), ['decayDays days_out_of_range']],
    ['a pause without its days', inSteps({ decay: 'start' }), ['decayDays days_out_of_range']],
    ['a pause that is too long', inSteps({ decay: 'start', decayDays: '3651' }), ['decayDays days_out_of_range']],
    ['steps in rolling days, whatever their number', inSteps({ window: 'rolling_days' }), ['window only_levels_roll']],
    ['steps in rolling months', inSteps({ window: 'rolling_months', windowLength: '3' }), ['window only_levels_roll']],
    [
      'everything that is wrong with steps at once',
      inSteps({ startPercent: 'x', stepPercent: '0', capPercent: '', decay: 'start' }),
      [
        'startPercent percent_unreadable',
        'capPercent percent_unreadable',
        'stepPercent step_of_nothing',
        'decayDays days_out_of_range',
      ],
    ],
  ])('refuses %s, under the path of its field', (_what, said, faults) => {
    expect(faultsOf(said)).toEqual(faults);
  });

  it('refuses fewer purchases than the level before', () => {
    const levels = [
      aDraftLevel({ fromPurchases: '5' }),
      aDraftLevel({ fromSpent: '800', fromPurchases: '4', percent: '2' }),
    ];
    expect(faultsOf({ levels })).toEqual(['levels.1.fromPurchases level_purchases_fall']);
  });

  it('refuses a time zone that nobody knows', () => {
    expect(faultsOf({}, { ...shop, timeZone: 'Mars/Olympus' })).toEqual(['window time_zone_unknown']);
  });

  it('tells with what a fault is about: the level below, the limit, the currency, the time zone', () => {
    const factsOf = (said: Partial<ProgramDraft>, of = shop) => {
      const answer = readDraft(aDraft(said), of);
      return answer.ok ? [] : answer.error.faults.map(({ facts }) => facts);
    };
    const three = ['500', '600', '550'].map((fromSpent, i) => aDraftLevel({ fromSpent, percent: String(i + 1) }));
    expect(factsOf({ levels: three })).toEqual([{ level: 2 }]);
    expect(factsOf(oneLevel({ percent: '200' }))).toEqual([{ maxBp: 10_000 }]);
    expect(factsOf({ window: 'rolling_days' })).toEqual([{ max: 3650 }]);
    expect(factsOf(inSteps({ startPercent: '12' }))).toEqual([{ startBp: 1200 }]);
    expect(factsOf(oneLevel({ fromSpent: '0.5' }), { ...shop, currency: 'JPY' })).toEqual([{ currency: 'JPY' }]);
    expect(factsOf({}, { ...shop, timeZone: 'Mars/Olympus' })).toEqual([{ timeZone: 'Mars/Olympus' }]);
  });

  it('says everything that is wrong at once', () => {
    const said = {
      name: '',
      membership: 'card',
      cardFrom: 'x',
      ...oneLevel({ fromSpent: 'y', percent: 'z' }),
    } as const;
    expect(faultsOf({ ...said, holds: 'next_window' })).toEqual([
      'name program_name_missing',
      'cardFrom amount_unreadable',
      'levels.0.fromSpent amount_unreadable',
      'levels.0.percent percent_unreadable',
      'holds only_years_follow',
    ]);
  });
});

function rising(i: number) {
  return aDraftLevel({ fromSpent: String(i + 1), percent: String(i + 1) });
}
