import { explainPurchase } from '../../../shared/domain/explanation/explain-purchase.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { OrderSnapshot, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';

type Bought = Partial<OrderSnapshot> & Pick<Parameters<typeof aPurchase>[0] & object, 'refunds'>;

/** An order of one line: its price, and what we took of it. */
export function bought(id: string, day: string, priceMinor: number, oursMinor = 0, said: Bought = {}) {
  const line = aLine({ priceMinor, amountMinor: priceMinor - oursMinor, ourDiscountMinor: oursMinor });
  return aPurchase({ orderId: orderId(id), processedAt: at(day), lines: [line], ...said });
}

/** Explains one of these orders by all that is known. */
export function explain(versions: readonly ProgramVersion[], purchases: readonly Purchase[], id: string, said = {}) {
  const known: Facts = facts({ purchases, ...said });
  const snapshot = purchases.find((purchase) => purchase.orderId === id)?.snapshot;
  if (!snapshot) throw new Error(`no order ${id}`);
  return explainPurchase(versions, known, snapshot);
}
