import { assert } from '../../../shared/domain/assert.ts';
import { parseOurId } from '../../../shared/domain/ids.ts';
import type { Claim } from '../../../shared/domain/quote/quote.ts';
import type { PartnerCard } from './club-use-cases.ts';

const NO_PROGRAM = parseOurId('prg', 'prg_cardofaclub');

/** What checkout and till may take for a card of the club: a claim like any other, but of no program of this shop. */
export function guestClaim({ discountBp }: Pick<PartnerCard, 'discountBp'>): Claim {
  assert(NO_PROGRAM !== null, 'a guest claims by an id too');
  return { programId: NO_PROGRAM, discountBp };
}
