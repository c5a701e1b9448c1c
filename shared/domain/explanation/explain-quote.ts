import type { Instant, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { ProgramVersion } from '../program/program.ts';
import type { BuyingPlace } from '../program/where.ts';
import { uncapped } from '../quote/cap.ts';
import type { CartLine, Claim, Quote } from '../quote/quote.ts';
import { bestClaim, quoteCart } from '../quote/quote-cart.ts';
import { evaluateAll } from '../standing/evaluate-all.ts';
import { heldHere } from '../standing/held-here.ts';
import { owedOf } from '../standing/owed.ts';
import type { Facts } from '../standing/standing.ts';
import { outsideOf } from './explain-lines.ts';
import { explainPrograms } from './explain-programs.ts';
import { countedBy, plainClaim } from './explain-purchase.ts';
import type { ExplainedProgram } from './explanation.ts';

/** A line that is asked about; a gift card is money for goods to come, so no discount of ours touches it. */
export type AskedLine = CartLine & { readonly isGiftCard: boolean };

/**
 * Why a line gets what it gets, in minor units. `wantedMinor`: what the rule alone would give; of it a cap cut
 * `capSavedMinor` (rules 3.6), and the floor the rest (rules 3.3). `programId`: by which program; null: by none.
 * `rewards`: how many units take one (rules 2.4).
 */
export type WhyLine = {
  readonly id: string;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly isGiftCard: boolean;
  readonly floorMinor: number;
  readonly wantedMinor: number;
  readonly discountMinor: number;
  readonly capSavedMinor: number;
  readonly programId: ProgramId | null;
  readonly discountBp: BasisPoints;
  readonly rewards: number;
  /** Programs that owe something just then, in whose scope the line is not. */
  readonly outside: readonly ProgramId[];
};

/** Why a cart is quoted as it is at an instant. */
export type QuoteExplanation = {
  readonly at: Instant;
  readonly programs: readonly ExplainedProgram[];
  /** The best percentage owed; null: none was. */
  readonly best: Claim | null;
  /** The programs that gave something on a line. */
  readonly counted: readonly ProgramId[];
  readonly lines: readonly WhyLine[];
  readonly totalMinor: number;
  readonly floorSavedMinor: number;
};

/**
 * The quote of a cart at an instant and a place with its reasons, by the very arithmetic of the quote (rules 3). A pure
 * function of what is known, so that an old quote can be worked out again from its instant.
 */
export function explainQuote(
  versions: readonly ProgramVersion[],
  facts: Facts,
  lines: readonly AskedLine[],
  { at, place }: { readonly at: Instant; readonly place: BuyingPlace },
): QuoteExplanation {
  const standing = evaluateAll(versions, facts, at);
  const owed = owedOf(heldHere(standing, place), versions);
  const { claims, reward } = owed;
  const goods = lines.filter(({ isGiftCard }) => !isGiftCard);
  const quote = quoteCart(goods, claims, reward);
  const most = quoteCart(goods, uncapped(claims), reward);
  const free = quoteCart(
    goods.map((line) => ({ ...line, floorMinor: 0 })),
    uncapped(claims),
    reward,
  );
  const best = plainClaim(bestClaim(claims));
  const outside = outsideOf(owed);
  const why = lines.map((line) => ({ ...whyLine(line, { quote, most, free }), outside: outside(line) }));
  return {
    at,
    programs: explainPrograms(versions, facts, standing, place),
    best,
    counted: countedBy(
      quote.lines.map(({ programId }) => programId),
      best,
    ),
    lines: why,
    totalMinor: quote.totalMinor,
    floorSavedMinor: quote.floorSavedMinor,
  };
}

/** The quote, the same without a cap, and the same without a cap and a floor. */
type Quotes = Readonly<Record<'quote' | 'most' | 'free', Quote>>;

/**
 * A line that cap or floor leaves nothing of stands in no quote; what it would have got stands in one without them.
 */
function whyLine(
  { id, quantity, amountMinor, isGiftCard, floorMinor }: AskedLine,
  { quote, most, free }: Quotes,
): Omit<WhyLine, 'outside'> {
  const [given, uncut, unbound] = [quote, most, free].map(({ lines }) => lines.find((line) => line.id === id));
  const wanted = given ?? uncut ?? unbound;
  const discountMinor = given?.discountMinor ?? 0;
  const capSavedMinor = given === undefined ? (uncut?.discountMinor ?? 0) : (given.capSavedMinor ?? 0);
  const floorSavedMinor = given?.floorSavedMinor ?? uncut?.floorSavedMinor ?? unbound?.discountMinor ?? 0;
  return {
    ...{ id, quantity, amountMinor, isGiftCard, floorMinor, discountMinor, capSavedMinor },
    wantedMinor: discountMinor + capSavedMinor + floorSavedMinor,
    programId: wanted?.programId ?? null,
    discountBp: wanted?.discountBp ?? 0,
    rewards: wanted?.rewards?.count ?? 0,
  };
}
