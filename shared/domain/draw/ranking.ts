import type { LotNumber } from '../ids.ts';
import { type Prize, prizesIn, type Winner } from './draw.ts';
import type { Hashing } from './hashing.ts';
import { handleOf } from './lots.ts';

type Ranked = { readonly lot: LotNumber; readonly handle: string; readonly score: string };

const before = (a: Ranked, b: Ranked): boolean => a.score < b.score || (a.score === b.score && a.lot < b.lot);

/**
 * Who wins: each lot's score is HMAC-SHA-256 under the seed over the list's hash, a colon and the number; the lowest
 * scores win, a holder at most once, the prizes in their order. Every lot has the same chance (no remainder is taken of
 * anything), and the order in which lots are added makes no difference. Only as many as there are prizes are kept.
 */
export function createRanking({ hmacSha256 }: Hashing, seed: string, listHash: string, prizes: readonly Prize[]) {
  const max = prizesIn(prizes);
  const best: Ranked[] = [];
  const add = (lot: LotNumber): void => {
    const ranked = { lot, handle: handleOf(lot), score: hmacSha256(seed, `${listHash}:${lot}`) };
    const worst = best[max - 1];
    if (worst !== undefined && !before(ranked, worst)) return;
    const own = best.findIndex(({ handle }) => handle === ranked.handle);
    const known = best[own];
    if (known !== undefined && !before(ranked, known)) return;
    if (known !== undefined) best.splice(own, 1);
    const place = best.findIndex((other) => before(ranked, other));
    best.splice(place === -1 ? best.length : place, 0, ranked);
    best.length = Math.min(best.length, max);
  };
  return { add, winners: (): readonly Winner[] => awarded(best, prizes) };
}

/** The prizes one after the other; what nobody is left for is not won. */
function awarded(ranked: readonly Ranked[], prizes: readonly Prize[]): readonly Winner[] {
  const inOrder = prizes.flatMap(({ count }, prize) => Array.from({ length: count }, () => prize));
  return ranked.map(({ lot }, i) => ({ prize: inOrder[i] ?? 0, lot, handedOver: null }));
}

/** The same over a list at hand. */
export function winnersOf(
  hashing: Hashing,
  seed: string,
  listHash: string,
  lots: readonly LotNumber[],
  prizes: readonly Prize[],
): readonly Winner[] {
  const ranking = createRanking(hashing, seed, listHash, prizes);
  for (const lot of lots) ranking.add(lot);
  return ranking.winners();
}
