import type { ProgramId } from '../ids.ts';
import type { Claim, ScopedClaim } from './quote.ts';

/** More than anybody is given at once; checkout reads a cap of so many figures and no more. */
export const CAP_MAX_MINOR = 999_999_999;

/** What a claim gives at most; without a cap as much as there is. */
export const capOf = ({ capMinor = Number.POSITIVE_INFINITY }: Pick<Claim, 'capMinor'>): number => capMinor;

/** The same claims, as if no program had a cap. */
export const uncapped = (claims: readonly ScopedClaim[]): readonly ScopedClaim[] =>
  claims.map(({ capMinor: _, ...claim }) => claim);

/** What each program may still give on one cart, whose lines are asked about one after the other (rules 3.6). */
export type Room = {
  readonly left: (claim: Claim) => number;
  readonly take: (claim: Claim, minor: number) => void;
};

/** The room of a cart of which nothing is quoted yet. */
export function createRoom(): Room {
  const given = new Map<ProgramId, number>();
  const givenBy = ({ programId }: Claim): number => given.get(programId) ?? 0;
  return {
    left: (claim) => Math.max(0, capOf(claim) - givenBy(claim)),
    take: (claim, minor) => given.set(claim.programId, givenBy(claim) + minor),
  };
}
