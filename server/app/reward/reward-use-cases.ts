import type { ProductId, ProgramId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { OfferGives } from '../../../shared/domain/offer/offer.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { BuyingPlace } from '../../../shared/domain/program/where.ts';
import type { Result } from '../../../shared/domain/result.ts';

/** `statement`: what a typed card put into the cart, by which its holder is known without typing it again. */
export type RewardHolder =
  | { readonly kind: 'card'; readonly number: string }
  | { readonly kind: 'customer'; readonly shopifyCustomerId: ShopifyCustomerId }
  | { readonly kind: 'statement'; readonly text: string };

/** A cart as whoever asks says it is; it decides what is worth most, and nothing that is given hangs on it. */
export type RewardCart = {
  readonly holder: RewardHolder;
  readonly place: BuyingPlace;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly amountMinor: number;
    readonly productId: ProductId | null;
    readonly isGiftCard: boolean;
  }[];
};

/**
 * A reward that may be used now with its code. `worthMinor`: what it gives on this cart beyond what the holder gets
 * anyway. `giftTitle` null: no gift, or nobody could say what it is called.
 */
export type OfferedCode = {
  readonly code: RewardCode;
  readonly programId: ProgramId;
  readonly programName: string;
  readonly gives: OfferGives;
  readonly giftTitle: string | null;
  readonly worthMinor: number;
};

export type RewardRefusal = { readonly code: 'unknown_reward' | 'reward_already_used' };

export type RewardUseCases = {
  /** Makes codes of rewards at Shopify and takes back those that are no more; answers how many it took. */
  readonly publishCodes: () => Promise<number>;
  /** What the holder may use on this cart, and which of it is taken where nobody chooses: the one worth most. */
  readonly rewardsFor: (
    shop: ShopId,
    cart: RewardCart,
  ) => Promise<{ readonly offered: readonly OfferedCode[]; readonly best: RewardCode | null }>;
  /** Whether the code may be used by this holder at this moment; nothing is reserved by asking. */
  readonly confirmReward: (
    shop: ShopId,
    code: string,
    holder: RewardHolder,
  ) => Promise<Result<RewardCode, RewardRefusal>>;
};
