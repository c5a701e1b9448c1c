import { describe, expect, it } from '@jest/globals';
import type { Fault, FaultFacts } from '../../shared/domain/fault.ts';
import { faultWords } from '../../shared/text/fault-words.ts';
import { createFormat } from '../../shared/text/format/format.ts';
import { LANGUAGES, textOf } from '../../shared/text/text.ts';

/** Something to name for every fault that names something: a new code does not compile without it. */
const facts: FaultFacts = {
  amount_too_precise: { currency: 'JPY' },
  too_long: { max: 80 },
  discount_too_high: { maxBp: 10_000 },
  discount_out_of_range: { maxBp: 10_000 },
  margin_out_of_range: { maxBp: 100_000 },
  purchases_out_of_range: { max: 100_000 },
  items_out_of_range: { max: 1000 },
  marks_out_of_range: { max: 1000 },
  products_too_many: { max: 50 },
  rewards_too_many: { max: 20 },
  marks_must_rise: { reward: 1 },
  marks_out_of_reach: { products: 10 },
  days_out_of_range: { max: 3650 },
  months_out_of_range: { max: 120 },
  cards_out_of_range: { max: 100_000 },
  prizes_out_of_range: { max: 100_000 },
  prizes_too_many: { max: 500 },
  levels_too_many: { max: 20 },
  level_begins_alike: { level: 1 },
  level_total_falls: { level: 2 },
  level_purchases_fall: { level: 3 },
  level_gives_no_more: { level: 4 },
  cap_not_above_start: { startBp: 300 },
  level_never_seen: { level: 2 },
  reset_before_reached: { purchases: 2_000, days: 1 },
  hardly_reached: { purchases: 400, days: 366 },
  discount_under_floor: { marginBp: 500 },
  floor_cuts_discount: { discountBp: 6_000, marginBp: 500, costBp: 3_809 },
  floor_cuts_reward: { marginBp: 500 },
  scope_too_long: { max: 500 },
  product_unreadable: { typed: 'oil' },
  cap_beside_rewards: { program: 'Regulars card' },
  scope_differs: { program: 'Regulars card' },
  time_zone_unknown: { timeZone: 'Mars/Olympus' },
  cards_guessable: { room: 12_345 },
  unreadable: { why: 'expected string, received number' },
};

const speakerOf = (language: string) => ({
  text: textOf(language),
  format: createFormat({ language, currency: 'EUR', timeZone: 'Europe/Berlin' }),
});

/** A fault as it comes over the wire. */
const fault = (code: string, told?: object) =>
  ({ path: 'name', code, ...(told === undefined ? {} : { facts: told }) }) as Fault;

const another = (value: unknown) => (typeof value === 'number' ? value + 100 : `${String(value)}!`);

describe.each(LANGUAGES.map(({ code }) => code))('What is wrong with a field, in %s', (language) => {
  const speaker = speakerOf(language);
  const words = (code: string, told?: object) => faultWords(fault(code, told), speaker);
  const plain = Object.keys(speaker.text.faults).filter((code) => !(code in facts));

  it.each(plain)('has a sentence for %s, and no other says the same', (code) => {
    const said = words(code);
    expect(said.trim()).not.toBe('');
    expect(plain.filter((other) => words(other) === said)).toEqual([code]);
  });

  it.each(Object.entries(facts))('names for %s everything there is to name', (code, told) => {
    const said = words(code, told);
    for (const [name, value] of Object.entries(told))
      expect(words(code, { ...told, [name]: another(value) })).not.toBe(said);
    expect(said).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('What is wrong with a field', () => {
  it('is written as the reader writes numbers and percentages', () => {
    const speaker = { text: textOf('en'), format: speakerOf('de').format };
    const words = (code: keyof FaultFacts) => faultWords(fault(code, facts[code]), speaker).replaceAll(/\s/g, ' ');
    expect(words('cards_out_of_range')).toBe('Enter a whole number of cards from 1 to 100.000.');
    expect(words('margin_out_of_range')).toBe('Enter a margin from 0 to 1.000 %.');
    expect(words('discount_out_of_range')).toBe('Enter a percentage above 0 and up to 100 %.');
  });

  it('is shown to developers as the reader of a body says it', () => {
    expect(faultWords(fault('unreadable', facts.unreadable), speakerOf('en'))).toBe(facts.unreadable.why);
  });

  it('asks for a new page where the server has words that this page has not', () => {
    expect(faultWords(fault('not_thought_of_yet', { max: 1 }), speakerOf('en'))).toContain('reload');
  });
});
