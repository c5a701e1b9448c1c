import { type BuyingPlace, holdsAt } from '../program/where.ts';
import type { CustomerStanding } from './standing.ts';

/** A customer's standings in the programs that hold at a place (decision 0073): only they give anything there. */
export function heldHere(standing: CustomerStanding, place: BuyingPlace): CustomerStanding {
  if (standing.standings.every(({ where }) => where === undefined)) return standing;
  return { ...standing, standings: standing.standings.filter(({ where }) => holdsAt(where, place)) };
}
