import { kindOf } from '../../../shared/domain/offer/redeemed.ts';
import type { CodeStore, RewardDiscount } from '../../app/ports/code-store.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeDiscount, type RewardDiscountDoc } from './reward-code.codec.ts';

const discountOf = ({ programId, gives }: Pick<RewardDiscount, 'programId' | 'gives'>) => ({
  kind: kindOf(programId, gives),
});

/** The code discounts that we have at Shopify, one for each kind. */
export const createRewardDiscounts = (
  discounts: TenantCollection<RewardDiscountDoc>,
): Pick<CodeStore, 'discounts' | 'enterDiscount' | 'changeDiscount'> => ({
  discounts: async (shop) => (await discounts.find(shop, {}).toArray()).map(decodeDiscount),
  enterDiscount: async (shop, discount) => {
    const update = { $setOnInsert: discount };
    const options = { upsert: true, returnDocument: 'after' } as const;
    const doc = await retryDuplicate(() =>
      discounts.findOneAndUpdate(shop, discountOf(discount), update as never, options),
    );
    return doc === null ? discount : decodeDiscount(doc);
  },
  changeDiscount: async (shop, seen, fields) => {
    await discounts.updateOne(shop, discountOf(seen), { $set: fields });
  },
});
