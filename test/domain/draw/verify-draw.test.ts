import { describe, expect, it } from '@jest/globals';
import { hashing } from '../../../server/hashing.ts';
import { commitmentOf, writeTerms } from '../../../shared/domain/draw/commitment.ts';
import { createListHash } from '../../../shared/domain/draw/lots.ts';
import { winnersOf } from '../../../shared/domain/draw/ranking.ts';
import { type PublicDraw, verifyDraw } from '../../../shared/domain/draw/verify-draw.ts';
import { aLot, drawId, someTerms } from '../../support/builders/a-draw.ts';

const SEED = '5e'.repeat(32);
const LOTS = [1, 2, 3, 4, 5, 6, 7, 8].map((holder) => aLot(holder));

function honest(): PublicDraw {
  const { prizes } = someTerms();
  const terms = writeTerms(drawId(1), 'demo.myshopify.com', someTerms());
  const hash = createListHash(hashing);
  for (const lot of LOTS) hash.add(lot);
  const listHash = hash.hex() ?? '';
  const winners = winnersOf(hashing, SEED, listHash, LOTS, prizes);
  return {
    terms,
    prizes,
    commitment: commitmentOf(hashing, SEED, terms),
    lots: LOTS,
    listHash,
    seed: SEED,
    winners: winners.map(({ prize, lot }) => ({ prize: prizes[prize]?.name ?? '', lot })),
  };
}

const verdict = (change: Partial<PublicDraw>) => verifyDraw(hashing, { ...honest(), ...change });

describe('a draw done over again by somebody else', () => {
  it('holds where nothing was touched', () => {
    expect(verdict({})).toEqual({ commitment: true, list: true, winners: true });
  });

  it('says what is not known yet', () => {
    const open = verdict({ seed: null, lots: null, listHash: null, winners: null });
    expect(open).toEqual({ commitment: null, list: null, winners: null });
    expect(verdict({ seed: null, winners: null })).toEqual({ commitment: null, list: true, winners: null });
  });

  it('does not hold with another seed, or with terms that were changed', () => {
    expect(verdict({ seed: '5f'.repeat(32) }).commitment).toBe(false);
    expect(verdict({ terms: honest().terms.replace('Bicycle', 'Bicycles') }).commitment).toBe(false);
  });

  it('does not hold with a lot more, a lot less or a lot in another place', () => {
    expect(verdict({ lots: [...LOTS, aLot(9)] }).list).toBe(false);
    expect(verdict({ lots: LOTS.slice(1) }).list).toBe(false);
    expect(verdict({ lots: LOTS.toReversed() }).list).toBe(false);
  });

  it('does not hold with another winner, a prize for another or a winner left out', () => {
    const winners = honest().winners ?? [];
    expect(verdict({ winners: winners.toReversed() }).winners).toBe(false);
    expect(verdict({ winners: winners.slice(1) }).winners).toBe(false);
    const loser = LOTS.find((lot) => winners.every((one) => one.lot !== lot)) ?? aLot(1);
    expect(verdict({ winners: [{ prize: 'Bicycle', lot: loser }, ...winners.slice(1)] }).winners).toBe(false);
  });
});
