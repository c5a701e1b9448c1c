import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCheckoutRules, writeCheckoutRules } from '../../../shared/domain/entitlement/checkout-rules.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import { writeEntitlement } from '../../../shared/domain/entitlement/write-entitlement.ts';
import { claim, KEY, NEXT_KEY, someRules } from './samples.ts';

const known = { sequence: 12, fromDay: '2026-11-22', untilDay: '9999-12-31', claims: [claim(300), claim(500)] };
const runs = { seed: 30, numRuns: 500 };

/** A row as we write it with one of its places taken by something else. */
const spoiled = (text: string) =>
  fc
    .tuple(fc.nat(7), fc.oneof(fc.anything(), fc.constantFrom(-1, 0.5, 1e9, 2 ** 60, '2026-1-1', '', null, true)))
    .map(([place, value]) => {
      const row: unknown[] = JSON.parse(text);
      row[place] = value;
      return row;
    });

/** What Shopify may hand us, and what nobody should. */
const anyValue = (text: string) =>
  fc.oneof(fc.anything(), fc.json(), spoiled(text).map(stringOf), spoiled(text), fc.string({ unit: 'binary' }));

function stringOf(value: unknown): unknown {
  try {
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

describe('what checkout knows of somebody who logged in', () => {
  it('is read as it was written', () => {
    expect(readEntitlement(writeEntitlement(known))).toEqual(known);
    const nothing = { ...known, claims: [] };
    expect(readEntitlement(writeEntitlement(nothing))).toEqual(nothing);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no JSON', '[1,12'],
    ['JSON that is no row', '{"sequence":12}'],
    ['another version', '[2,12,"2026-11-22","2026-11-30"]'],
    ['a row that is too short', '[1,12,"2026-11-22"]'],
    ['half a claim', '[1,12,"2026-11-22","2026-11-30","prg_0123456789"]'],
    ['more than everything', '[1,12,"2026-11-22","2026-11-30","prg_0123456789",10001]'],
    ['less than nothing', '[1,12,"2026-11-22","2026-11-30","prg_0123456789",-1]'],
    ['a percentage as text', '[1,12,"2026-11-22","2026-11-30","prg_0123456789","300"]'],
    ['a day of another form', '[1,12,"22.11.2026","2026-11-30"]'],
    ['rows in rows without end', '['.repeat(100_000)],
  ])('is not believed where it is %s', (_what, value) => {
    expect(readEntitlement(value)).toBeNull();
  });

  it('never fails, whatever the metafield holds, and gives no more than everything', () => {
    fc.assert(
      fc.property(anyValue(writeEntitlement(known)), (value) => {
        const found = readEntitlement(value);
        for (const { discountBp } of found?.claims ?? []) expect(discountBp >= 0 && discountBp <= 10_000).toBe(true);
        if (found !== null) expect(readEntitlement(writeEntitlement(found))).toEqual(found);
      }),
      runs,
    );
  });
});

describe('the shop’s rules at checkout', () => {
  it('are read as they were written', () => {
    const rules = someRules({ keys: [NEXT_KEY, KEY], message: 'Vaše sleva: {percent} „navždy“' });
    expect(readCheckoutRules(writeCheckoutRules(rules))).toEqual(rules);
    const bare = someRules({ keys: [], floorOn: false, marginBp: 0, message: '' });
    expect(readCheckoutRules(writeCheckoutRules(bare))).toEqual(bare);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another version', '[2,"demo.myshopify.com","EUR",500,true,"x"]'],
    ['half a key', '[1,"demo.myshopify.com","EUR",500,true,"x","a"]'],
    ['a key that is too short', '[1,"demo.myshopify.com","EUR",500,true,"x","a","00"]'],
    ['a margin below nothing', '[1,"demo.myshopify.com","EUR",-1,true,"x"]'],
    ['a floor of neither', '[1,"demo.myshopify.com","EUR",500,"yes","x"]'],
    ['no message', '[1,"demo.myshopify.com","EUR",500,true,null]'],
  ])('are not believed where they are %s', (_what, value) => {
    expect(readCheckoutRules(value)).toBeNull();
  });

  it('never fail, whatever the metafield holds', () => {
    fc.assert(
      fc.property(anyValue(writeCheckoutRules(someRules())), (value) => {
        const found = readCheckoutRules(value);
        if (found !== null) expect(readCheckoutRules(writeCheckoutRules(found))).toEqual(found);
      }),
      runs,
    );
  });
});
