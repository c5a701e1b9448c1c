import { asIs, defineStored, flag, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { RewardCodeDoc, RewardDiscountDoc } from './reward-code.codec.ts';

export const storedCodes = defineStored<RewardCodeDoc>(
  'reward-codes',
  {
    code: wholeText,
    customerId: text,
    madeFor: text,
    programId: wholeText,
    offerId: wholeText,
    generation: wholeNumber,
    marks: wholeNumber,
    gives: { ...asIs, required: true },
    kind: wholeText,
    state: wholeText,
    redeemCodeId: text,
    creationId: text,
    orders: { type: [String], default: undefined },
    isUsed: flag,
    dueAt: number,
    lease: text,
    tries: wholeNumber,
    why: text,
  },
  [
    // By the code that an order names.
    { fields: { shop: 1, code: 1 }, options: { unique: true } },
    { fields: { shop: 1, customerId: 1 } },
    // What standings are worked out from, and rebuilds read of everybody.
    {
      fields: { shop: 1, customerId: 1, isUsed: 1 },
      options: { partialFilterExpression: { isUsed: { $exists: true } } },
    },
    // Of one generation of a reward there is one code.
    {
      fields: { shop: 1, madeFor: 1, programId: 1, offerId: 1, generation: 1 },
      options: { unique: true, partialFilterExpression: { madeFor: { $exists: true } } },
    },
    { fields: { shop: 1, dueAt: 1 }, options: { partialFilterExpression: { dueAt: { $exists: true } } } },
    // Which shop waits longest: the pump serves all of them.
    { fields: { dueAt: 1 }, options: { partialFilterExpression: { dueAt: { $exists: true } } } },
  ],
);

export const storedRewardDiscounts = defineStored<RewardDiscountDoc>(
  'reward-discounts',
  {
    kind: wholeText,
    programId: wholeText,
    gives: { ...asIs, required: true },
    seed: wholeText,
    nodeId: { type: String, default: null },
    rules: { type: String },
  },
  [{ fields: { shop: 1, kind: 1 }, options: { unique: true } }],
);
