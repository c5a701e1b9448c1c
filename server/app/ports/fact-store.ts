import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CardNumber, CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { CodeUse } from '../../../shared/domain/offer/redeemed.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { ManualFact } from '../../../shared/domain/standing/standing.ts';
import type { CustomerRange } from './customer-store.ts';
import type { CustomerFigures } from './read-models.ts';
import type { StoredStanding } from './standing-store.ts';

/** By what two customers are known to be one person (rules 2.7). */
export type Person = Pick<Customer, 'id' | 'email' | 'phone' | 'shopifyCustomerIds'>;

/** An order of a friend, the giver whose card was presented on it, and what else the friend bought (rules 2.7). */
export type ReferredOrder = {
  readonly giver: Person;
  readonly cardNumber: CardNumber;
  readonly purchase: Purchase;
  readonly friend: (Person & { readonly others: readonly Purchase[] }) | null;
};

/** All that a customer's standing is worked out from, and what followed from it so far. */
export type CustomerFacts = {
  /** The journal's last entry, read before everything else: no view is older than its number (style.md 4, step 8). */
  readonly last: JournalEntry | null;
  readonly customer: Customer;
  /** Any order. */
  readonly purchases: readonly Purchase[];
  /** Orders of friends with a card of theirs, any order. */
  readonly referred: readonly ReferredOrder[];
  /** Whose cards their own orders presented as a friend's, by order: those standings hang on theirs. */
  readonly givers: readonly { readonly orderId: OrderId; readonly giverId: CustomerId }[];
  /** By number. */
  readonly cards: readonly Card[];
  /** By sequence. */
  readonly manual: readonly ManualFact[];
  /** Every version of every program of the shop. */
  readonly versions: readonly ProgramVersion[];
  /** Orders that named codes of theirs, any order. */
  readonly uses: readonly CodeUse[];
  readonly copy: StoredStanding | null;
  readonly figures: CustomerFigures;
  /** Of the shop; null: not known any more. */
  readonly terms: { readonly owedCounts: boolean; readonly timeZone: string } | null;
};

/** What somebody at the till is called. */
export type Named = Pick<Customer, 'id' | 'firstName' | 'patronymic' | 'surname' | 'email' | 'phone'>;

/** A card, whose it is, and the copy of what they are owed. */
export type HeldFacts = {
  readonly card: Pick<Card, 'state' | 'customerId' | 'expiresAt'>;
  readonly holder: Named | null;
  readonly copy: StoredStanding | null;
};

/**
 * The facts lie in nine places, and every delivery asks for all of them: here in one question. It says no more than
 * the stores would one by one, each place as it is when it is reached.
 */
export type FactStore = {
  readonly of: (shop: ShopId, customerId: CustomerId) => Promise<CustomerFacts | null>;
  /** Orders of friends, of all givers in the range. */
  readonly referred: (shop: ShopId, range: CustomerRange) => Promise<readonly ReferredOrder[]>;
  /** What a quote by card number needs, likewise in one question; null: the shop has no such card. */
  readonly ofCard: (shop: ShopId, number: CardNumber) => Promise<HeldFacts | null>;
};

/** Before any were put. */
export const NO_FIGURES: CustomerFigures = {
  cards: [],
  spentMinor: 0,
  purchases: 0,
  discountBp: 0,
  firstPurchaseAt: null,
  lastPurchaseAt: null,
  dueCard: [],
  sequence: 0,
  asOf: 0,
};
