import type { CustomerStanding, Standing } from '../../../shared/domain/standing/standing.ts';

/** Rows and entries from before a program could count steps have no position. */
type StandingDoc = Omit<Standing, 'position'> & Partial<Pick<Standing, 'position'>>;

/** A customer's standings as they lie in a row or in an entry of the journal, which is never written anew. */
export type CustomerStandingDoc = Omit<CustomerStanding, 'standings'> & { readonly standings: readonly StandingDoc[] };

/** What an older version of ours did not know yet was nothing. */
export const decodeCustomerStanding = ({ asOf, standings }: CustomerStandingDoc): CustomerStanding => ({
  asOf,
  standings: standings.map((one) => ({ ...one, position: one.position ?? 0 })),
});
