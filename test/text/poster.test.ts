import { describe, expect, it } from '@jest/globals';
import type { ProgramVersion } from '../../shared/domain/program/program.ts';
import { promisesOf } from '../../shared/domain/program/promises.ts';
import { POSTER_LANGUAGES, type PosterLanguage, posterLines } from '../../shared/text/poster/poster.ts';
import { aProgram, levels, nthItem, stepUp } from '../support/builders/a-program.ts';
import { at, midnight } from '../support/builders/at.ts';
import { locationId, productId } from '../support/builders/ids.ts';

const wholesale = levels('500.00 → 1 %, 1800.50 or 5 purchases → 2.5 %', {
  membership: { kind: 'card', fromMinor: 50_000, earlier: 'count' },
  window: { kind: 'calendar_year' },
  holds: 'next_window',
});
const rolling = (days: number) => levels('3 purchases → 1 %', { window: { kind: 'rolling_days', days } });
const months = (n: number) => levels('3 purchases → 1 %', { window: { kind: 'rolling_months', months: n } });

/** Intl puts unbreakable spaces between a figure and its sign. */
const lines = (version: ProgramVersion, language: PosterLanguage): readonly string[] =>
  posterLines(version, language).map((line) => line.replace(/[\u00a0\u202f]/g, ' '));

describe('the text of a poster', () => {
  it('states the rule in plain words', () => {
    expect(lines(wholesale, 'en')).toEqual([
      'You get your card with a single purchase of €500.00 or more.',
      'What you bought before you had the card counts too.',
      '1% off: once you have spent €500.00.',
      '2.5% off: once you have spent €1,800.50 or after 5 purchases.',
      'What you buy in a calendar year is added up. On 1 January we start counting anew.',
      'A purchase counts for the discount of the next one, not for its own.',
      'Goods you return are taken off the total, and the discount follows it.',
      'What you have reached also holds for the whole year after.',
    ]);
  });

  it('tells what every visit brings, and what a pause costs', () => {
    const visits = stepUp('2 %, 0.5 %, 10 %', { decay: { days: 30, to: 'step_back' } });
    expect(lines(visits, 'en')).toEqual([
      'Every customer of ours takes part.',
      'Your first purchase gets 2% off, each further one 0.5% more, up to 10%.',
      'Every 30 days without a purchase take one step back.',
      'Everything you buy from us is added up, without an end.',
      'A purchase that is returned in full no longer counts.',
    ]);
    const strict = stepUp('0 %, 1 %, 10 %', { decay: { days: 60, to: 'start' } });
    expect(lines(strict, 'cs')[2]).toBe('Po 60 dnech bez nákupu se začíná znovu.');
  });

  it('tells after how many items a reward comes, and what it is worth', () => {
    const eleventh = nthItem('10 → 10 %', { window: { kind: 'card_year' } });
    expect(lines(eleventh, 'en').slice(1)).toEqual([
      'For every 10 items you buy, 10% of what they cost together is taken off one more.',
      'Never more than that item costs; the rest lapses.',
      'The item with the discount is not counted.',
      'What you buy in a year of your card is added up. A year after the card was issued we start anew.',
      'An item you return no longer counts.',
    ]);
    const other = nthItem('3 → 50 %', { surplus: 'carries', rewarded: 'counts' });
    expect(lines(other, 'cs')[1]).toBe('Za každé 3 koupené kusy vám z dalšího odečteme 50 % jejich celkové ceny.');
  });

  it('tells what becomes of a reward that nobody uses, where it does not end with its window', () => {
    const lapsing = nthItem('10 → 10 %', { unused: { days: 60 } });
    const waiting = nthItem('10 → 10 %', { unused: 'never', window: { kind: 'calendar_year' } });
    expect(lines(lapsing, 'en')[5]).toBe(
      'A reward that you do not use lapses 60 days after the purchase that earned it.',
    );
    expect(lines(waiting, 'en')[5]).toBe(
      'A reward that you do not use waits for you, also when we start counting anew.',
    );
    expect(lines(nthItem('10 → 10 %', { unused: { days: 3 } }), 'cs')[5]).toMatch(/propadne 3 dny po nákupu/);
    expect(lines(lapsing, 'uk')[5]).toMatch(/через 60 днів/);
    for (const { code } of POSTER_LANGUAGES) {
      expect(lines(lapsing, code)).toHaveLength(lines(nthItem('10 → 10 %'), code).length + 1);
    }
  });

  it('tells where it holds, and leaves it to the shop to say at which of its shops', () => {
    const tills = aProgram({ where: { channels: ['till'], locations: [locationId('61'), locationId('62')] } });
    expect(lines(tills, 'en').slice(1, 3)).toEqual([
      'It holds at our tills only: what you buy on the web neither counts nor gets a discount.',
      'Of our shops it holds at 2 only: ask us which.',
    ]);
    const web = aProgram({ where: { channels: ['web'], locations: [] } });
    expect(lines(web, 'de')[1]).toMatch(/^Es gilt nur in unserem Webshop:/);
    for (const { code } of POSTER_LANGUAGES)
      expect(lines(tills, code)).toHaveLength(lines(aProgram(), code).length + 2);
  });

  it('tells holders that notes are kept of them', () => {
    const kept = aProgram({
      membership: { kind: 'card', fromMinor: 0, earlier: 'ignored' },
      notes: { label: 'Record' },
    });
    expect(lines(kept, 'en').at(-1)).toBe('With your card we keep dated notes for you (Record).');
    for (const { code } of POSTER_LANGUAGES) expect(lines(kept, code).at(-1)).toContain('(Record)');
  });

  it('tells of how many goods it is, and leaves it to the shop to say which', () => {
    const products = ['81', '82', '83'].map(productId);
    const some = aProgram({ scope: { kind: 'products', products, excluded: [productId('83')] } });
    expect(lines(some, 'en').slice(0, 2)).toEqual([
      'Every customer of ours takes part.',
      'It is about 2 chosen products: ask us which. Other goods neither count nor get a discount.',
    ]);
    expect(lines(some, 'cs')[1]).toMatch(/^Týká se 2 vybraných produktů;/);
    const allBut = aProgram({ scope: { kind: 'all', excluded: [productId('83')] } });
    expect(lines(allBut, 'de')[1]).toMatch(/^Ein Produkt ist ausgenommen:/);
    expect(lines(allBut, 'uk')[1]).toMatch(/^1 товар є винятком:/);
    for (const { code } of POSTER_LANGUAGES) expect(lines(some, code)).toHaveLength(lines(aProgram(), code).length + 1);
  });

  it('writes amounts, percentages and counts as each language does', () => {
    expect(lines(wholesale, 'de')[3]).toBe('2,5 % Rabatt: ab 1.800,50 € Einkaufssumme oder nach 5 Einkäufen.');
    expect(lines(wholesale, 'cs')[3]).toBe('Sleva 2,5 %: po nákupech za 1 800,50 € nebo po 5 nákupech.');
    expect(lines(wholesale, 'uk')[3]).toBe('Знижка 2,5%: коли сума покупок сягне 1 800,50 EUR або після 5 покупок.');
    expect(lines(wholesale, 'hu')[3]).toBe(
      '2,5% kedvezmény: ha vásárlásai elérik a következő összeget: 1800,50 EUR vagy 5 vásárlás után.',
    );
    expect(lines(rolling(22), 'cs')[2]).toBe('Sčítáme nákupy za posledních 22 dnů.');
    expect(lines(rolling(3), 'cs')[2]).toBe('Sčítáme nákupy za poslední 3 dny.');
    expect(lines(months(2), 'uk')[2]).toBe('Ми додаємо покупки за останні 2 місяці.');
    expect(lines(months(5), 'uk')[2]).toBe('Ми додаємо покупки за останні 5 місяців.');
  });

  it('tells whoever took part before what they keep, to the minute at which the version begins', () => {
    const keeping = (until: number | null) => aProgram({ effectiveAt: at('2026-06-01 12:30'), keeps: { until } });
    expect(lines(keeping(null), 'en').at(-1)).toBe(
      'Whoever took part before Jun 1, 2026, 12:30 PM keeps what was promised then, wherever it gives more.',
    );
    expect(lines(keeping(midnight('2027-01-01')), 'de').at(-1)).toBe(
      'Wer vor 01.06.2026, 12:30 schon dabei war, behält bis 01.01.2027, 00:00 das damals Versprochene, wo immer es ' +
        'mehr bringt.',
    );
  });

  it('tells how much it gives at most, where there is a cap', () => {
    const under = aProgram({ caps: { orderMinor: 2_000, monthMinor: 5_000 } });
    expect(lines(under, 'en').slice(2)).toEqual([
      'At most €20.00 is taken off one purchase; the rest is at full price.',
      'At most €50.00 is taken off in a calendar month; then you pay full price until the next one begins.',
    ]);
    expect(lines(under, 'de')[2]).toBe(
      'Auf einen Einkauf gibt es höchstens 20,00 € Rabatt; der Rest kostet den vollen Preis.',
    );
  });

  it('tells when it ends, where that is planned', () => {
    const ending = aProgram({ endsAt: midnight('2027-01-01') });
    expect(lines(ending, 'en').at(-1)).toBe('The program ends: Jan 1, 2027, 12:00 AM.');
    expect(lines(ending, 'de').at(-1)).toBe('Das Programm endet: 01.01.2027, 00:00.');
  });

  it('leaves out nothing that a program promises, in any language', () => {
    const programs = [
      aProgram(),
      wholesale,
      rolling(1),
      rolling(90),
      months(1),
      stepUp('0 %, 1 %, 10 %', { decay: { days: 30, to: 'start' } }),
      levels('9.00 → 1 %', { afterRefund: 'stays' }),
      aProgram({ keeps: { until: null } }),
      aProgram({ keeps: { until: midnight('2027-01-01') } }),
      aProgram({ endsAt: midnight('2027-01-01') }),
      aProgram({ caps: { orderMinor: 2_000, monthMinor: 5_000 } }),
    ];
    for (const { code } of POSTER_LANGUAGES) {
      for (const version of programs) {
        const said = lines(version, code);
        expect(said).toHaveLength(promisesOf(version).length);
        expect(said.filter((line) => line.length < 10 || /undefined|null|#|NaN/.test(line))).toEqual([]);
        expect(new Set(said).size).toBe(said.length);
      }
    }
  });
});
