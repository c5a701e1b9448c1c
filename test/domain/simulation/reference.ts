import type { LineId, OrderId, RefundId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import type { Mode } from '../../../shared/domain/simulation/walk-customer.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import type { HeldCard, Standing } from '../../../shared/domain/standing/standing.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { facts } from '../../support/builders/facts.ts';
import type { Told } from './past.ts';

/** One customer as the plainest reading of rules 4a has it. */
export type Plain = {
  readonly hasCard: boolean;
  readonly discountMinor: number;
  readonly bookedMinor: number;
  readonly floorSavedMinor: number;
  readonly standing: Standing;
};

type Asked = { readonly mode: Mode; readonly marginBp: number | null; readonly endsAt: number };

/**
 * Rules 4a word by word, with nothing remembered: before every purchase the standing is evaluated anew from all facts,
 * the cart is quoted, and the purchase becomes a fact at what was charged.
 */
export function plainWalk(program: ProgramVersion, past: readonly Told[], { mode, marginBp, endsAt }: Asked): Plain {
  const purchases: Purchase[] = [];
  const cards: HeldCard[] = [];
  const sum = { discountMinor: 0, bookedMinor: 0, floorSavedMinor: 0 };
  for (const order of [...past].sort((a, b) => a.at - b.at || compareIds(a.orderId, b.orderId))) {
    const { programId, discountBp } = evaluate(
      program,
      facts({ purchases: purchases.map(returnedBy(order.at)), cards }),
      order.at - 1,
    );
    const cart = order.lines.map((line) => ({
      id: line.lineId,
      quantity: line.quantity,
      amountMinor: line.amountMinor,
      floorMinor:
        line.unitCostMinor === null || marginBp === null ? 0 : floorMinor(line.unitCostMinor, line.quantity, marginBp),
    }));
    const quote = quoteCart(cart, mode === 'as_happened' ? [] : [{ programId, discountBp }]);
    const amountMinor = order.lines.reduce((total, line) => total + line.amountMinor, 0);
    sum.discountMinor += quote.totalMinor;
    sum.bookedMinor += amountMinor - quote.totalMinor;
    sum.floorSavedMinor += quote.floorSavedMinor;
    purchases.push(asBooked(order, (id) => quote.lines.find((line) => line.id === id)?.discountMinor ?? 0));
    const { membership } = program;
    if (membership.kind === 'card' && cards.length === 0 && amountMinor >= membership.fromMinor) {
      cards.push(aHeldCard({ issuedAt: order.at, issuedBy: order.orderId as OrderId }));
    }
  }
  const standing = evaluate(program, facts({ purchases, cards }), endsAt);
  return { hasCard: cards.length > 0, ...sum, standing };
}

/** Returns up to an instant are included in the standing just before it. */
const returnedBy =
  (at: number) =>
  ({ refunds, ...purchase }: Purchase): Purchase => ({
    ...purchase,
    refunds: refunds.map((refund) => (refund.processedAt === at ? { ...refund, processedAt: at - 1 } : refund)),
  });

function asBooked(order: Told, discountOf: (lineId: string) => number): Purchase {
  const orderId = order.orderId as OrderId;
  const lines = order.lines.map((line) =>
    aLine({
      lineId: line.lineId as LineId,
      quantity: line.quantity,
      amountMinor: line.amountMinor - discountOf(line.lineId),
    }),
  );
  const refunds = order.lines.flatMap(({ lineId, returns }, i) =>
    returns.map(({ at, quantity }, j) => ({
      refundId: `${i}${j}` as RefundId,
      orderId,
      processedAt: at,
      lines: [{ lineId: lineId as LineId, quantity }],
      goodwillMinor: 0,
    })),
  );
  return { orderId, snapshot: aSnapshot({ orderId, processedAt: order.at, lines }), refunds };
}
