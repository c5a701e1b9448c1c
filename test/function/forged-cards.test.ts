import vm from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { inputOf } from './function-input.ts';
import { longCart, typedCard } from './long-carts.ts';

const DAY = '2026-11-22';
const HERE = 'the statement';

let run: (text: string, day: string) => string;
beforeAll(async () => {
  const script = new vm.Script(await buildFunction());
  const input = JSON.stringify(inputOf(longCart({ lines: 2, storefront: HERE })));
  let [asked, said] = ['', ''];
  const context = vm.createContext({
    ShopifyFunction: {
      readInput: () => JSON.parse(asked),
      writeOutput: (value: unknown) => {
        said = JSON.stringify(value);
      },
    },
  });
  run = (text, day) => {
    asked = input.replace(`"${HERE}"`, () => JSON.stringify(text)).replace(`"${DAY}"`, `"${day}"`);
    script.runInContext(context);
    return said;
  };
});

const NOTHING = '{"operations":[]}';

/** Numbers as JavaScript would also read them, and what looks like one: figures may be signed as something else. */
const spellings = (
  '0 1 9 99999 00999 1e4 1e9 9e9 1e32 2e32 1e99 9e99 512e9 300.9 .3e4 0x9 0xfff 0b1 -9 -1e9 +9 _ x 9x Infinity NaN ' +
  '4294967296 4294967596 172002e5 99991231 . .. ٩ ９ \u3032 \ud800 \0 \u00a0 \ufeff9'
).split(' ');
const sizes = [1, 3, 5, 8];

/** Everything that may stand in the place of some characters: alone, or filled up to their number on either side. */
function* changed(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    for (const size of sizes) {
      for (const spelled of spellings) {
        for (const put of new Set([spelled, spelled.padEnd(size), spelled.padStart(size), spelled.padStart(size, '0')]))
          yield text.slice(0, at) + put + text.slice(at + size);
      }
    }
  }
}

describe('a card’s statement that somebody changed', () => {
  it.each([0, 300])('gives what it gave or nothing, on no other day: %i basis points', (bp) => {
    const text = typedCard(bp);
    const good = run(text, DAY);
    expect(good === NOTHING).toBe(bp === 0);
    expect([run(text, '2026-11-21'), run(text, '2026-11-23')]).toEqual([NOTHING, NOTHING]);
    let tried = 0;
    for (const other of changed(text)) {
      tried += 1;
      const found = run(other, DAY);
      if (found !== NOTHING && found !== good) expect([other, found]).toEqual([other, good]);
      const tomorrow = run(other, '2026-11-23');
      if (tomorrow !== NOTHING) expect([other, tomorrow]).toEqual([other, NOTHING]);
    }
    expect(tried).toBeGreaterThan(10_000);
  });

  it('gives nothing with any single character changed into one that is no figure', () => {
    const text = typedCard(1_000);
    for (let at = 0; at < text.length; at += 1) {
      for (const code of [0, 0x2f, 0x3a, 0x41, 0x7f, 0xb2, 0x100 + text.charCodeAt(at), 0x3032, 0xd835, 0xffff]) {
        const other = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        expect([other, run(other, DAY)]).toEqual([other, NOTHING]);
      }
    }
  });
});
