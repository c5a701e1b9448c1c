import { z } from 'zod';
import type {
  CartRewardsForm,
  ConfirmRewardForm,
  RewardLine,
  RewardsForm,
  RewardsView,
} from '../../../shared/contract/till.ts';
import { unreadable } from '../../../shared/domain/fault.ts';
import { type ProductId, parseShopifyId, type ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { RewardHolder, RewardUseCases } from '../../app/reward/reward-use-cases.ts';
import { BadInput } from '../bad-input.ts';
import { atTill } from '../till-place.ts';

const MINOR_MAX = 1_000_000_000_000;

const lines = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(200),
      quantity: z.int().min(1).max(1_000_000),
      amountMinor: z.int().min(0).max(MINOR_MAX),
      productId: z
        .string()
        .max(60)
        .nullable()
        .transform((id) => (id === null ? null : parseShopifyId<ProductId>(id))),
      isGiftCard: z.boolean(),
    }) satisfies z.ZodType<unknown, RewardLine>,
  )
  .max(500);

const who = { cardNumber: z.string().max(40).nullable(), shopifyCustomerId: z.string().max(60).nullable() };

export const confirmRewardForm = z.strictObject(who) satisfies z.ZodType<ConfirmRewardForm>;
export const rewardsForm = z.strictObject({ ...who, ...atTill, lines }) satisfies z.ZodType<unknown, RewardsForm>;
export const cartRewardsForm = z.strictObject({
  statement: z.string().max(2000).nullable(),
  lines,
}) satisfies z.ZodType<unknown, CartRewardsForm>;

/** A card decides over the customer when both are there (rules 1). */
export function rewardHolderOf({ cardNumber, shopifyCustomerId }: ConfirmRewardForm): RewardHolder {
  if (cardNumber !== null) return { kind: 'card', number: cardNumber };
  const id = shopifyCustomerId === null ? null : parseShopifyId<ShopifyCustomerId>(shopifyCustomerId);
  if (id !== null) return { kind: 'customer', shopifyCustomerId: id };
  throw new BadInput([unreadable('cardNumber', 'a card number or a Shopify customer is needed')]);
}

export const rewardsView = ({ offered, best }: Awaited<ReturnType<RewardUseCases['rewardsFor']>>): RewardsView => ({
  rewards: offered.map(({ code, programName, gives, giftTitle, worthMinor }) => {
    const given = gives.kind === 'gift' ? { ...gives, title: giftTitle } : gives;
    return { code, programName, gives: given, worthMinor };
  }),
  best,
});
