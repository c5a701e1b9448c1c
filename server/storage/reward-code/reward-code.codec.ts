import type { CustomerId, Instant, OfferId, OrderId, ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { OfferGives } from '../../../shared/domain/offer/offer.ts';
import type { CodeUse } from '../../../shared/domain/offer/redeemed.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { CodeState, NewCode, RewardDiscount, StoredCode } from '../../app/ports/code-store.ts';

/**
 * `madeFor`: whom it was made for, which a merge does not change; absent once they are erased. `kind`: of the discount
 * it is in. `dueAt`: when something is to be done for it; while leased, the end of the lease; absent: nothing.
 */
export type RewardCodeDoc = {
  readonly shop: ShopId;
  readonly code: RewardCode;
  readonly customerId?: CustomerId;
  readonly madeFor?: CustomerId;
  readonly programId: ProgramId;
  readonly offerId: OfferId;
  readonly generation: number;
  readonly marks: number;
  readonly gives: OfferGives;
  readonly kind: string;
  readonly state: CodeState;
  readonly redeemCodeId?: string;
  readonly creationId?: string;
  readonly orders?: readonly OrderId[];
  /** Present where an order named it: an index of those alone is small. */
  readonly isUsed?: true;
  readonly dueAt?: Instant;
  readonly lease?: string;
  readonly tries: number;
  readonly why?: string;
};

export type RewardDiscountDoc = RewardDiscount & { readonly shop: ShopId; readonly kind: string };

export const encodeCode = (code: NewCode, kind: string, now: Instant): Omit<RewardCodeDoc, 'shop'> => ({
  ...code,
  madeFor: code.customerId,
  kind,
  state: 'wanted',
  dueAt: now,
  tries: 0,
});

export const decodeCode = (doc: RewardCodeDoc): StoredCode => ({
  code: doc.code,
  customerId: doc.customerId ?? null,
  programId: doc.programId,
  offerId: doc.offerId,
  generation: doc.generation,
  marks: doc.marks,
  gives: doc.gives,
  state: doc.state,
  redeemCodeId: doc.redeemCodeId ?? null,
  orders: [...(doc.orders ?? [])].sort(),
});

export const usesOfDoc = ({ code, programId, offerId, marks, gives, orders }: RewardCodeDoc): readonly CodeUse[] =>
  (orders ?? []).map((orderId) => ({ code, programId, offerId, marks, gives, orderId }));

export const decodeDiscount = ({ programId, gives, seed, nodeId, rules }: RewardDiscountDoc): RewardDiscount => ({
  programId,
  gives,
  seed,
  nodeId,
  rules,
});
