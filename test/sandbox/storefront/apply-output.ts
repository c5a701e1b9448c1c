import type { Currencies } from '../world/money.ts';
import { applyOrderDiscounts } from './apply-order-discounts.ts';
import { applyProductDiscounts } from './apply-product-discounts.ts';
import type { CartOperation } from './function-output.ts';

/** A line as discounts see it, in minor units of the cart's currency, before any discount. */
export type PricedLine = { readonly id: string; readonly quantity: number; readonly unitMinor: number };

/** A discount as orders tell of it; what it gave is in the allocations that name its place in the list. */
export type Application = {
  readonly title: string;
  /** Of a discount that a code brought; null: an automatic one. */
  readonly code: string | null;
  readonly valueType: 'fixed_amount' | 'percentage';
  readonly value: string;
  readonly allocationMethod: 'each' | 'across';
  readonly targetSelection: 'explicit' | 'entitled';
};

export type Allocation = { readonly lineId: string; readonly amountMinor: number; readonly application: number };

export type DiscountRun = {
  readonly nodeId: number;
  /** What the shopper put in for it; null: an automatic discount. */
  readonly code: string | null;
  /** Of the discount node; a candidate without a message is told by it. */
  readonly title: string;
  readonly classes: readonly string[];
  readonly operations: readonly CartOperation[];
};

export type Applied = {
  readonly applications: readonly Application[];
  readonly allocations: readonly Allocation[];
  /** What was returned but not allowed by the node's classes, in words for its error history. */
  readonly notes: readonly { readonly nodeId: number; readonly why: string }[];
};

/**
 * Gives the lines what the Functions of all active discounts returned, as Shopify does: product discounts first, the
 * best one of each line, then the order discount on what is left. Nothing falls below zero.
 */
export function applyOutput(
  lines: readonly PricedLine[],
  currencies: Currencies,
  runs: readonly DiscountRun[],
): Applied {
  const allowed = runs.map((run) => ({ ...run, operations: run.operations.filter((each) => isAllowed(run, each)) }));
  const product = applyProductDiscounts(lines, currencies, allowed);
  const left = lines.map((line) => {
    const given = product.allocations.find(({ lineId }) => lineId === line.id)?.amountMinor ?? 0;
    return { id: line.id, quantity: line.quantity, amountMinor: line.quantity * line.unitMinor - given };
  });
  const order = applyOrderDiscounts(left, currencies, allowed);
  const first = product.applications.length;
  return {
    applications: [...product.applications, ...order.applications],
    allocations: [
      ...product.allocations,
      ...order.allocations.map((each) => ({ ...each, application: each.application + first })),
    ],
    notes: runs.flatMap((run) => run.operations.flatMap((each) => noteOf(run, each))),
  };
}

const classOf = (operation: CartOperation): string | null =>
  operation.productDiscountsAdd != null ? 'PRODUCT' : operation.orderDiscountsAdd != null ? 'ORDER' : null;

const isAllowed = ({ classes }: DiscountRun, operation: CartOperation): boolean => {
  const needed = classOf(operation);
  return needed === null || classes.includes(needed);
};

const noteOf = (run: DiscountRun, operation: CartOperation): Applied['notes'] => {
  if (isAllowed(run, operation)) return [];
  const why = `An operation of class ${classOf(operation)} is not one of ${run.classes.join()}`;
  return [{ nodeId: run.nodeId, why }];
};
