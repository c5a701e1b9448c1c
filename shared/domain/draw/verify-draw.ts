import type { LotNumber } from '../ids.ts';
import { commitmentOf } from './commitment.ts';
import type { Prize } from './draw.ts';
import type { Hashing } from './hashing.ts';
import { createListHash } from './lots.ts';
import { winnersOf } from './ranking.ts';

/** A draw as its public file tells it; null of seed, list or winners: not known yet. */
export type PublicDraw = {
  readonly terms: string;
  readonly prizes: readonly Prize[];
  readonly commitment: string;
  readonly lots: readonly LotNumber[] | null;
  readonly listHash: string | null;
  readonly seed: string | null;
  readonly winners: readonly { readonly prize: string; readonly lot: LotNumber }[] | null;
};

/** What is checked; null: there is nothing to check it by yet. */
export type DrawVerdict = Readonly<Record<'commitment' | 'list' | 'winners', boolean | null>>;

function isList(hashing: Hashing, lots: readonly LotNumber[], listHash: string): boolean {
  const hash = createListHash(hashing);
  for (const lot of lots) hash.add(lot);
  return hash.hex() === listHash;
}

/** Does a draw over again from its public file alone: the commitment, the frozen list, and who won. */
export function verifyDraw(hashing: Hashing, draw: PublicDraw): DrawVerdict {
  const { seed, lots, listHash, winners, prizes } = draw;
  const commitment = seed === null ? null : commitmentOf(hashing, seed, draw.terms) === draw.commitment;
  const list = lots === null || listHash === null ? null : isList(hashing, lots, listHash);
  if (seed === null || lots === null || listHash === null || winners === null) {
    return { commitment, list, winners: null };
  }
  const drawn = winnersOf(hashing, seed, listHash, lots, prizes);
  const isSame =
    drawn.length === winners.length &&
    drawn.every(({ prize, lot }, i) => lot === winners[i]?.lot && prizes[prize]?.name === winners[i]?.prize);
  return { commitment, list, winners: isSame };
}
