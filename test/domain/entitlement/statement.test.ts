import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TypedCardEntitlement } from '../../../shared/domain/entitlement/entitlement.ts';
import { isValidOn } from '../../../shared/domain/entitlement/is-valid-on.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import { TAG_LENGTH } from '../../../shared/domain/entitlement/statement-form.ts';
import { writeStatement } from '../../../shared/domain/entitlement/write-statement.ts';
import type { RewardsOwed } from '../../../shared/domain/quote/rewards.ts';
import { aNumber } from '../../support/builders/a-card.ts';
import { cardNumber, shopId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { aTypedCard, KEY, NEXT_KEY, OTHER_SHOP, SHOP } from './samples.ts';

const read = (text: string, keys = [KEY], shop = SHOP) => readStatement(text, keys, shop);
const written = (said: Partial<TypedCardEntitlement> = {}, key = KEY) => writeStatement(key, aTypedCard(said));

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cards: fc.Arbitrary<TypedCardEntitlement> = fc.record({
  shop: fc.constantFrom(SHOP, OTHER_SHOP, shopId('1.myshopify.com'), shopId(`${'long-'.repeat(12)}.myshopify.com`)),
  cardNumber: fc.nat(99_999_999).map(aNumber),
  sequence: fc.nat(2 ** 31 - 1),
  fromDay: days,
  untilDay: days,
  discountBp: fc.integer({ min: 0, max: 10_000 }),
});

describe('a typed card’s statement', () => {
  it('says what was written into it', () => {
    expect(read(written())).toEqual(aTypedCard());
    const longer = { untilDay: '2026-11-30', discountBp: 10_000 };
    expect(read(written(longer))).toEqual(aTypedCard(longer));
    expect(read(written({ discountBp: 0 }))).toEqual(aTypedCard({ discountBp: 0 }));
    fc.assert(
      fc.property(cards, (card) => {
        const text = writeStatement(NEXT_KEY, card);
        expect(readStatement(text, [KEY, NEXT_KEY], card.shop)).toEqual(card);
        expect(writeStatement(NEXT_KEY, card)).toBe(text);
      }),
      { seed: 28, numRuns: 300 },
    );
  });

  it('is worth nothing once any of its characters is another', () => {
    const text = written({ untilDay: '2026-11-30' });
    for (let i = 0; i < text.length; i += 1) {
      const was = text.charCodeAt(i);
      const bits = [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => was ^ bit);
      for (const code of [...bits, 0, 0x2e, 0x30, 0x39, 0x7a, was + 0x100, was + 0x1000, 0xd800, 0xffff]) {
        const other = text.slice(0, i) + String.fromCharCode(code) + text.slice(i + 1);
        if (other !== text) expect([i, code, read(other)]).toEqual([i, code, null]);
      }
    }
  });

  it('is worth nothing with characters that look to the signature like two of its own', () => {
    const text = written({ untilDay: '2026-11-30' });
    for (let i = 0; i + 1 < text.length; i += 1) {
      const folded = String.fromCharCode(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 8));
      for (const rest of [text.slice(i + 1), `\0${text.slice(i + 2)}`])
        expect([i, read(text.slice(0, i) + folded + rest)]).toEqual([i, null]);
    }
  });

  it('is worth nothing when it was cut, lengthened or put together from two', () => {
    const [text, better] = [written(), written({ discountBp: 900, sequence: 8 })];
    for (let i = 0; i < text.length; i += 1) {
      expect(read(text.slice(0, i))).toBeNull();
      expect(read(text.slice(i + 1))).toBeNull();
      const joined = better.slice(0, i) + text.slice(i);
      if (joined !== text && joined !== better) expect(read(joined)).toBeNull();
    }
    for (const more of ['0', ' ', '\n', '.', '\0', text]) {
      expect(read(text + more)).toBeNull();
      expect(read(more + text)).toBeNull();
    }
  });

  it('has one form only: no other spelling of the same figures is read', () => {
    const text = written({ discountBp: 0 });
    const spellings = ['  7', '07', '7.', '7.0', '7e0', '0x7', '+7', '4294967303', '', ' ', 'x', '٧'];
    for (let i = 0; i < text.length; i += 1) {
      for (const [size, spelled] of spellings.flatMap((each) => [1, 2, 3, 5, 8].map((n) => [n, each] as const))) {
        const other = text.slice(0, i) + spelled.padEnd(size) + text.slice(i + size);
        if (other !== text) expect([other, read(other)]).toEqual([other, null]);
      }
    }
    expect(read(text.toUpperCase())).toBeNull();
  });

  it('says which rewards are owed, and is worth nothing with any of their figures changed', () => {
    const rewards: RewardsOwed = {
      after: 10,
      shareBp: 1_000,
      progress: 9,
      countedMinor: 90_000,
      deficit: 0,
      readyMinor: [30_000, 9_500],
      carries: true,
      counts: false,
    };
    const text = written({ rewards });
    expect(read(text)).toEqual(aTypedCard({ rewards }));
    for (let i = 0; i < text.length; i += 1) {
      for (const put of ['0', '9', '5', '.', 'e', '-', 'x', ' ']) {
        const other = text.slice(0, i) + put + text.slice(i + 1);
        if (other !== text) expect([i, put, read(other)]).toEqual([i, put, null]);
      }
      expect(read(text.slice(0, i) + text.slice(i + 1))).toBeNull();
    }
    expect(read(`1${text.slice(1)}`)).toBeNull();
    expect(read(`2${written().slice(1)}`)).toBeNull();
    const fewer = written({ rewards: { ...rewards, readyMinor: [30_000] } });
    expect(read(text.slice(0, -TAG_LENGTH) + fewer.slice(-TAG_LENGTH))).toBeNull();
  });

  it('cannot be upgraded to a higher percentage, nor given other days or another card', () => {
    const tag = written().slice(-TAG_LENGTH);
    const better: Partial<TypedCardEntitlement>[] = [
      { discountBp: 301 },
      { discountBp: 10_000 },
      { untilDay: '2026-11-23' },
      { fromDay: '2026-11-21' },
      { sequence: 8 },
      { cardNumber: aNumber(2) },
    ];
    for (const said of better) expect(read(written(said).slice(0, -TAG_LENGTH) + tag)).toBeNull();
  });

  it('is worth nothing in another shop, nor under the name of part of one', () => {
    for (const shop of [OTHER_SHOP, shopId('dem.myshopify.com'), shopId('demo1.myshopify.com')]) {
      expect(read(written(), [KEY], shop)).toBeNull();
      expect(read(written({ shop }))).toBeNull();
    }
  });

  it('is worth nothing under a key that is not ours, whatever it is called', () => {
    expect(read(written({}, NEXT_KEY))).toBeNull();
    expect(read(written({}, { ...NEXT_KEY, id: KEY.id }))).toBeNull();
    expect(read(written(), [])).toBeNull();
    expect(read(written(), [NEXT_KEY])).toBeNull();
    expect(read(written().replace(/^1a/, '1b'), [NEXT_KEY, KEY])).toBeNull();
  });

  it('holds while its key is among the two that are kept, and no longer', () => {
    const [before, after] = [written(), written({}, NEXT_KEY)];
    for (const text of [before, after]) expect(read(text, [NEXT_KEY, KEY])).toEqual(aTypedCard());
    expect([read(before, [NEXT_KEY]), read(after, [NEXT_KEY])]).toEqual([null, aTypedCard()]);
  });

  it('is good on its days in the shop, the first and the last included', () => {
    const card = aTypedCard({ fromDay: '2026-11-22', untilDay: '2026-11-24' });
    const on = (day: string) => isValidOn(card, day);
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(on)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    const today = read(written());
    expect(today && ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => isValidOn(today, day))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isValidOn(aTypedCard({ fromDay: '2026-11-24', untilDay: '2026-11-22' }), '2026-11-23')).toBe(false);
  });

  it('is nothing where it is no text of ours, however long', () => {
    for (const text of [
      '',
      '1',
      'x',
      '1a',
      '0'.repeat(5000),
      written().repeat(20),
      'ž'.repeat(90),
      '\u{1f600}'.repeat(45),
    ])
      expect(read(text)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        expect(read(text)).toBeNull();
        expect(read(`1a${text}`)).toBeNull();
      }),
      runs(29),
    );
  });

  it.each<[string, () => string]>([
    ['a key that is no key', () => written({}, { id: 'ab', hex: KEY.hex })],
    ['a key of other digits', () => written({}, { id: 'a', hex: 'x'.repeat(32) })],
    ['a day that is none', () => written({ fromDay: '2026-13-01' })],
    ['a sequence with a fraction', () => written({ sequence: 1.5 })],
    ['more than everything', () => written({ discountBp: 10_001 })],
    ['half a basis point', () => written({ discountBp: 0.5 })],
    ['a card number of another length', () => written({ cardNumber: cardNumber('123') })],
  ])('is never written with %s', (_what, write) => {
    expect(write).toThrow('invariant broken');
  });
});
