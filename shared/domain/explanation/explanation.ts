import type { Instant, LineId, OrderId, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { ProgramVersion } from '../program/program.ts';
import type { Claim } from '../quote/quote.ts';
import type { HandedOn } from '../referral/referred.ts';
import type { Standing } from '../standing/standing.ts';

/**
 * Where a program's percentage came from. `no_card`: it asks for a card, and none was in use; `cardSince`: since when
 * there is one (null: never). `reached`: by the accumulation of that moment, once before and kept (rules 2.2), or in
 * the window before (rules 2.3). `elsewhere`: it does not hold where this was bought (decision 0073).
 */
export type Basis =
  | { readonly kind: 'no_card'; readonly cardSince: Instant | null }
  | { readonly kind: 'elsewhere' | 'nothing' | 'fixed' | 'items' | 'marks' | 'by_hand' }
  | { readonly kind: 'level'; readonly level: number; readonly reached: 'now' | 'stayed' | 'window_before' }
  | { readonly kind: 'steps'; readonly position: number };

/** A purchase that counted then, with what was left of it at that instant. */
export type PurchaseBehind = {
  readonly orderId: OrderId;
  readonly name: string;
  readonly at: Instant;
  readonly netMinor: number;
};

/**
 * One version that counted: the standing it saw, and what lay behind it, newest first. A program has two where one of
 * them gave the percentage and another the rewards (decision 0065).
 */
export type ExplainedProgram = {
  readonly version: Pick<ProgramVersion, 'programId' | 'version' | 'name' | 'effectiveAt' | 'mechanic' | 'window'>;
  /** The version that was in force for everybody, where this one was kept; null: it was this one. */
  readonly keptBeside: number | null;
  readonly standing: Standing;
  readonly basis: Basis;
  /** `more`: how many older ones lie behind it too. */
  readonly behind: { readonly purchases: readonly PurchaseBehind[]; readonly more: number };
};

/**
 * A line, and what was owed on it: one amount, or from – to where other discounts on the line leave open what ours was
 * taken of. `programId`: by which program; null: by none. `rewards`: how many of its units were owed one (rules 2.4).
 */
export type ExplainedLine = {
  readonly lineId: LineId;
  readonly title: string;
  readonly quantity: number;
  /** At its price, before every discount. */
  readonly fullMinor: number;
  readonly othersMinor: number;
  readonly fromMinor: number;
  readonly toMinor: number;
  readonly takenMinor: number;
  readonly programId: ProgramId | null;
  readonly rewards: number;
  /** Whether a cap left less of it than the percentage comes to (rules 3.6). */
  readonly isCapped: boolean;
  /** Programs that owed something just then, in whose scope the line is not. */
  readonly outside: readonly ProgramId[];
};

/** `unowed`: a discount of ours was taken, and by what is known none was owed. */
export type Verdict = 'nothing_owed' | 'as_promised' | 'less' | 'more' | 'unowed';

/** What may have made the difference. None of them is kept with an order, so each is possible and none is certain. */
export type PossibleCause =
  | 'other_discounts'
  | 'floor'
  | 'long_cart'
  | 'typed_card_lapsed'
  | 'unknown_at_checkout'
  | 'no_card_scanned'
  | 'other_channel'
  | 'standing_on_its_way'
  | 'told_later'
  | 'same_title';

/** Why the discount of one order is what it is. Money in minor units of the shop's currency. */
export type Explanation = {
  readonly orderId: OrderId;
  readonly name: string;
  readonly at: Instant;
  /** A friend's card was presented (rules 2.7): what it welcomes with, and what became of it. */
  readonly welcome?: { readonly discountBp: BasisPoints; readonly became: HandedOn | null };
  /** By program id. */
  readonly programs: readonly ExplainedProgram[];
  /** The best percentage owed; null: none was. */
  readonly best: Claim | null;
  /** The programs by which something was owed on a line; never two on one line (rules 3.2). */
  readonly counted: readonly ProgramId[];
  readonly lines: readonly ExplainedLine[];
  readonly fromMinor: number;
  readonly toMinor: number;
  readonly takenMinor: number;
  readonly verdict: Verdict;
  readonly causes: readonly PossibleCause[];
};
