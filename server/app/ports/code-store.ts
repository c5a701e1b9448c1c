import type { CustomerId, Instant, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { CodeUse } from '../../../shared/domain/offer/redeemed.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { CustomerRange } from './customer-store.ts';

/**
 * `wanted` waits to be made · `coming`: Shopify makes it · `live`: it may be used · `unwanted`: its reward is no more,
 * so it is to be taken back · `gone`: taken back.
 */
export type CodeState = 'wanted' | 'coming' | 'live' | 'unwanted' | 'gone';

/** A code is of one reward of one customer for good. A reward that comes back after its use gets a new generation. */
export type NewCode = Omit<Offer, 'id'> & {
  readonly code: RewardCode;
  readonly customerId: CustomerId;
  readonly offerId: Offer['id'];
  readonly generation: number;
};

/** `customerId` null: of somebody who was erased. `orders`: which named it, each once, in the order of their ids. */
export type StoredCode = Omit<NewCode, 'customerId'> & {
  readonly customerId: CustomerId | null;
  readonly state: CodeState;
  /** What Shopify calls it; null: not known. */
  readonly redeemCodeId: string | null;
  readonly orders: readonly OrderId[];
};

type AtWork = Pick<StoredCode, 'code' | 'redeemCodeId'> & { readonly tries: number };

/** Codes of one shop and kind for which the same is to be done. `creationId`: of those that Shopify makes. */
export type CodeWork = Pick<NewCode, 'programId' | 'gives'> & {
  readonly shop: ShopId;
  readonly state: 'wanted' | 'coming' | 'unwanted';
  readonly creationId: string | null;
  readonly codes: readonly AtWork[];
};

/** A code discount of ours. `seed`: its first code, which nobody is ever told; `nodeId` null: not made yet. */
export type RewardDiscount = Pick<NewCode, 'programId' | 'gives'> & {
  readonly seed: RewardCode;
  readonly nodeId: string | null;
  /** The rules that were last written into it. */
  readonly rules: string;
};

export type CodeStore = {
  /** Repeatable: of one generation of a customer's reward there is one code, the first that came. */
  readonly create: (shop: ShopId, codes: readonly NewCode[], now: Instant) => Promise<void>;
  /** Every code they ever had, any order. */
  readonly ofCustomers: (shop: ShopId, ids: readonly CustomerId[]) => Promise<readonly StoredCode[]>;
  readonly findMany: (shop: ShopId, codes: readonly RewardCode[]) => Promise<readonly StoredCode[]>;
  /** Uses of everybody in the range; who has none is absent. */
  readonly usesOf: (shop: ShopId, range: CustomerRange) => Promise<ReadonlyMap<CustomerId, readonly CodeUse[]>>;
  /** An order named it. Repeatable. */
  readonly use: (shop: ShopId, code: RewardCode, orderId: OrderId) => Promise<void>;
  /** Those that no order named are to be taken back; one that is leased, when its lease is over. */
  readonly unwant: (shop: ShopId, codes: readonly RewardCode[], now: Instant) => Promise<void>;
  /** Merge: codes of one customer become another's. Repeatable. */
  readonly move: (shop: ShopId, from: CustomerId, to: CustomerId) => Promise<number>;
  /** Privacy: they become nobody's, and those that may still be used are to be taken back. */
  readonly forgetHolder: (shop: ShopId, customerId: CustomerId, now: Instant) => Promise<number>;
  /** Leases what waits longest, and up to `max` others for which the same is to be done. */
  readonly claim: (now: Instant, leaseUntil: Instant, max: number) => Promise<CodeWork | null>;
  /** Shopify makes them by and by. One that became unwanted meanwhile stays so, and is looked at then. */
  readonly coming: (shop: ShopId, codes: readonly RewardCode[], creationId: string, lookAt: Instant) => Promise<void>;
  /** What was to be done is done: those that were coming are live, unwanted ones gone. Others stay as they are. */
  readonly done: (
    shop: ShopId,
    codes: readonly Pick<StoredCode, 'code' | 'redeemCodeId'>[],
    state: 'live' | 'gone',
  ) => Promise<void>;
  readonly failed: (shop: ShopId, codes: readonly RewardCode[], notBeforeAt: Instant, why: string) => Promise<void>;
  readonly discounts: (shop: ShopId) => Promise<readonly RewardDiscount[]>;
  /** Repeatable: a discount of the program and kind that is there stays; answers the one that is there then. */
  readonly enterDiscount: (shop: ShopId, discount: RewardDiscount) => Promise<RewardDiscount>;
  readonly changeDiscount: (
    shop: ShopId,
    seen: RewardDiscount,
    fields: Partial<Pick<RewardDiscount, 'nodeId' | 'rules' | 'seed'>>,
  ) => Promise<void>;
  /** Our app was away and its discounts with it: none is made, and every code that may be used is to be made anew. */
  readonly startAnew: (shop: ShopId, now: Instant) => Promise<void>;
};
