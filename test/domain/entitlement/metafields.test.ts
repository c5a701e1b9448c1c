import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeCheckoutRules } from '../../../shared/domain/entitlement/checkout-rules.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import { readKey } from '../../../shared/domain/entitlement/sip-hash.ts';
import { shopKey } from '../../../shared/domain/entitlement/statement-form.ts';
import { writeEntitlement } from '../../../shared/domain/entitlement/write-entitlement.ts';
import { claim, KEY, NEXT_KEY, OTHER_SHOP, SHOP, someRules } from './samples.ts';

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

  it('is read with its rewards as it was written, and not at all where they are none of ours', () => {
    const rewards = {
      after: 10,
      shareBp: 1_000,
      progress: 3,
      countedMinor: 12_000,
      deficit: 0,
      readyMinor: [30_000, 95],
      carries: false,
      counts: true,
    };
    for (const claims of [known.claims, []]) {
      const text = writeEntitlement({ ...known, claims, rewards });
      expect(readEntitlement(text)).toEqual({ ...known, claims, rewards });
    }
    for (const figures of [
      '[]',
      '[10,1000,0,10,0,0]',
      '[0,1000,0,0,0,0]',
      '[10,1000,4,0,0,0]',
      '[10,1000,0,0,-1,0]',
      '7',
    ])
      expect(readEntitlement(`[1,12,"2026-11-22","2026-11-30",${figures}]`)).toBeNull();
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
    ['something that only looks like a row', '{"0":1,"1":12,"2":"2026-11-22","3":"2026-11-30","length":4}'],
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
  const written = (said: Parameters<typeof someRules>[0] = {}): unknown[] =>
    JSON.parse(writeCheckoutRules(someRules(said)));

  it('name the shop’s currency with its digits, the margin, the floor and the message', () => {
    const message = 'Vaše sleva: {percent} „navždy“';
    expect(written({ message }).slice(0, 7)).toEqual([1, 'demo.myshopify.com', 'EUR', 500, true, message, 2]);
    expect(written({ currency: 'JPY', floorOn: false, marginBp: 0 }).slice(2, 7)).toEqual([
      'JPY',
      0,
      false,
      'Your discount: {percent}',
      0,
    ]);
  });

  it('carry the keys of this shop alone, newest first, and never the key they are drawn from', () => {
    const rules = written({ keys: [NEXT_KEY, KEY] });
    expect(rules.slice(7)).toEqual(['b', ...shopKey(NEXT_KEY, SHOP), 'a', ...shopKey(KEY, SHOP)]);
    expect(shopKey(KEY, SHOP)).not.toEqual(shopKey(KEY, OTHER_SHOP));
    expect(shopKey(KEY, SHOP)).not.toEqual(readKey(KEY.hex));
    expect(JSON.stringify(rules)).not.toContain(KEY.hex);
  });
});
