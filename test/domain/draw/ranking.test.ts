import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashing } from '../../../server/hashing.ts';
import {
  createListHash,
  handleOf,
  holderHandle,
  lotNumbers,
  parseLotNumber,
} from '../../../shared/domain/draw/lots.ts';
import { winnersOf } from '../../../shared/domain/draw/ranking.ts';
import type { CustomerId, LotNumber } from '../../../shared/domain/ids.ts';
import { aLot } from '../../support/builders/a-draw.ts';

const SEED = '5e'.repeat(32);
const PRIZES = [
  { name: 'Bicycle', count: 1 },
  { name: 'Tea', count: 2 },
];
const seedOf = (n: number) => hashing.sha256(String(n));

const lots = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 })), {
  selector: (pair) => pair.join(),
  maxLength: 20,
});

describe('who wins a draw', () => {
  it('is the same in whatever order the lots are told', () => {
    fc.assert(
      fc.property(lots, fc.nat(), fc.infiniteStream(fc.nat()), (pairs, seed, dice) => {
        const told = pairs.map(([holder, count]) => aLot(holder, count));
        const shuffled = [...told].sort(() => ((dice.next().value ?? 0) % 2) - 0.5);
        const draw = (list: readonly LotNumber[]) => winnersOf(hashing, seedOf(seed), 'ab'.repeat(32), list, PRIZES);
        expect(draw(shuffled)).toEqual(draw(told));
      }),
      { seed: 4711, numRuns: 2000 },
    );
  });

  it('is nobody twice, and as many as there are prizes or holders', () => {
    fc.assert(
      fc.property(lots, fc.nat(), (pairs, seed) => {
        const told = pairs.map(([holder, count]) => aLot(holder, count));
        const winners = winnersOf(hashing, seedOf(seed), 'ab'.repeat(32), told, PRIZES);
        const handles = winners.map(({ lot }) => handleOf(lot));
        expect(new Set(handles).size).toBe(handles.length);
        expect(winners.length).toBe(Math.min(3, new Set(told.map(handleOf)).size));
        expect(winners.map(({ prize }) => prize)).toEqual([0, 1, 1].slice(0, winners.length));
      }),
      { seed: 4711, numRuns: 2000 },
    );
  });

  it('is what HMAC-SHA-256 says, worked out by hand', () => {
    const told = [aLot(1), aLot(2), aLot(3)];
    const scores = told.map((lot) => [hashing.hmacSha256(SEED, `${'ab'.repeat(32)}:${lot}`), lot] as const);
    const best = scores.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot);
    expect(winnersOf(hashing, SEED, 'ab'.repeat(32), told, PRIZES).map(({ lot }) => lot)).toEqual(best);
  });

  it('gives every lot the same chance, by 4,000 draws of one prize among ten', () => {
    const told = Array.from({ length: 10 }, (_, i) => aLot(i + 1));
    const wins = new Map<string, number>();
    for (let i = 0; i < 4000; i += 1) {
      const [winner] = winnersOf(hashing, seedOf(i), 'ab'.repeat(32), told, [{ name: 'Tea', count: 1 }]);
      wins.set(winner?.lot ?? '', (wins.get(winner?.lot ?? '') ?? 0) + 1);
    }
    // Chi squared with nine degrees of freedom: above 27.88 in one fair draw of a thousand.
    const chiSquared = told.reduce((sum, lot) => sum + ((wins.get(lot) ?? 0) - 400) ** 2 / 400, 0);
    expect(chiSquared).toBeLessThan(27.88);
  });

  it('gives somebody with three lots three times the chance of one, and one prize at most', () => {
    const told = [aLot(1, 1), aLot(1, 2), aLot(1, 3), aLot(2)];
    let first = 0;
    for (let i = 0; i < 4000; i += 1) {
      const [winner] = winnersOf(hashing, seedOf(i), 'ab'.repeat(32), told, [{ name: 'Tea', count: 1 }]);
      if (handleOf(winner?.lot ?? aLot(2)) === handleOf(aLot(1))) first += 1;
    }
    expect(Math.abs(first - 3000)).toBeLessThan(90);
  });
});

describe('the numbers of lots', () => {
  it('are the same each time for a holder, others for another, and tell nothing of who it is', () => {
    const handle = holderHandle(hashing, SEED, 'cus_0000000001' as CustomerId);
    expect(handle).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
    expect(holderHandle(hashing, SEED, 'cus_0000000001' as CustomerId)).toBe(handle);
    expect(holderHandle(hashing, SEED, 'cus_0000000002' as CustomerId)).not.toBe(handle);
    expect(holderHandle(hashing, seedOf(1), 'cus_0000000001' as CustomerId)).not.toBe(handle);
    expect(lotNumbers(handle, 2).map(parseLotNumber)).toEqual([`${handle}-1`, `${handle}-2`]);
    expect(parseLotNumber(`${handle}-0`)).toBeNull();
  });

  it('have one hash in one order, and none in another or with one twice', () => {
    const hashOf = (list: readonly LotNumber[]) => {
      const hash = createListHash(hashing);
      for (const lot of list) hash.add(lot);
      return hash.hex();
    };
    expect(hashOf([aLot(1), aLot(2)])).toBe(hashing.sha256(`${aLot(1)}\n${aLot(2)}\n`));
    expect(hashOf([aLot(2), aLot(1)])).toBeNull();
    expect(hashOf([aLot(1), aLot(1)])).toBeNull();
  });
});
