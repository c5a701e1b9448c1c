import type { HandedOn } from '../domain/referral/referred.ts';

// In GET /api/customers/:id and GET /api/customers/:id/purchases: cards handed on to friends (rules 2.7)
/** `customerId` null: the order is nobody's. */
export type FriendView = {
  readonly orderId: string;
  readonly order: string;
  readonly at: number;
  readonly customerId: string | null;
  readonly name: string | null;
  readonly became: HandedOn;
};

/** A friend's card on an order; `giverId` null: nobody's; `became` null: no program of the card welcomes friends. */
export type HandedOnView = {
  readonly cardNumber: string;
  readonly giverId: string | null;
  readonly became: HandedOn | null;
};
