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

/** Numbers as JavaScript would also read them, and what looks like one. */
const numbers = (
  '0 1 9 99999 1e9 9e9 1e32 2e32 1e99 9e99 512e9 300.9 .3e4 0x9 0xfff 0b1 -9 -1e9 +9 _ 9x Infinity NaN 4294967296 ' +
  '4294967596 172002e5 99991231 . .. ٩ ９ \u3032 \ud800 \0 \ufeff9'
).split(' ');
const sizes = [3, 5];

/** Other ways to write a number: figures next to each other may be signed as one, and then be read as two. */
function spellings(value: number): string[] {
  const whole = String(value);
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  const short = zeros === 0 ? [] : [`${whole.slice(0, -zeros)}e${zeros}`];
  const points = [...whole].slice(1).map((_, i) => {
    const at = i + 1;
    return `${whole.slice(0, at)}.${whole.slice(at).replace(/0+$/, '')}e${whole.length - at}`;
  });
  return [whole, `+${whole}`, `${whole}.`, `${whole}e0`, `0x${value.toString(16)}`, `.${whole}e${whole.length}`].concat(
    short,
    points,
  );
}

/** What may stand in the place of some characters, filled up to their number on either side. */
const filled = (put: string, size: number): readonly string[] => [
  ...new Set([put, put.padEnd(size), put.padStart(size), put.padStart(size, '0')]),
];

function* changed(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    for (const size of sizes)
      for (const put of numbers.flatMap((each) => filled(each, size)))
        yield text.slice(0, at) + put + text.slice(at + size);
    for (let size = 2; size <= 9; size += 1) {
      const figures = text.slice(at, at + size);
      if (!/^\d+$/.test(figures)) continue;
      for (const put of spellings(Number(figures)).flatMap((each) => filled(each, size)))
        if (put.length === size) yield text.slice(0, at) + put + text.slice(at + size);
    }
  }
}

describe('a card’s statement that somebody changed', () => {
  it.each([
    [0, '2026-11-22', '2026-11-23', '2027-11-22'],
    [300, '2026-12-03', '2026-12-29', '2026-12-04'],
    [1_000, '2026-10-10', '2026-10-09', '2026-10-11'],
  ])('gives what it gave or nothing, and on no other day: %i basis points, %s', (bp, day, ...others) => {
    const text = typedCard(bp, day);
    const good = run(text, day);
    expect(good === NOTHING).toBe(bp === 0);
    let tried = 0;
    for (const other of [text, ...changed(text)]) {
      tried += 1;
      const found = run(other, day);
      if (found !== NOTHING && found !== good) expect([other, found]).toEqual([other, good]);
      for (const wrong of others) {
        const gave = run(other, wrong);
        if (gave !== NOTHING) expect([other, wrong, gave]).toEqual([other, wrong, NOTHING]);
      }
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

  it('gives with rewards what it gave or nothing, whatever figure is spelled another way', () => {
    const rewards = {
      after: 2,
      shareBp: 5_000,
      progress: 1,
      countedMinor: 1_000,
      deficit: 0,
      readyMinor: [1_500],
      carries: false,
      counts: false,
    };
    const text = typedCard(0, DAY, rewards);
    const good = run(text, DAY);
    expect(good).toContain('★ 2+1 × 2');
    for (const other of changed(text)) {
      const found = run(other, DAY);
      if (found !== NOTHING && found !== good) expect([other, found]).toEqual([other, good]);
    }
    expect(run(text, '2026-11-23')).toBe(NOTHING);
  });
});
