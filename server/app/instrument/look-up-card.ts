import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { readScan } from './read-scan.ts';

/** What a staff member scanned or typed. */
export function createLookUpCard({ stores }: Pick<UseCaseDeps, 'stores'>): UseCases['lookUpCard'] {
  return async (shop, typed) => {
    const number = readScan(typed);
    if (number === null) return refused({ code: 'not_a_card_number' });
    const card = await stores.cards.find(shop, number);
    return card === null ? refused({ code: 'unknown_card' }) : ok(card);
  };
}
