import type { CustomerId } from '../../../shared/domain/ids.ts';
import { type CodeUse, kindOf } from '../../../shared/domain/offer/redeemed.ts';
import type { CodeStore } from '../../app/ports/code-store.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { createCodesAtWork, SETTLED } from './codes-at-work.ts';
import { createRewardDiscounts } from './mongo-reward-discounts.ts';
import { decodeCode, encodeCode, type RewardCodeDoc, type RewardDiscountDoc, usesOfDoc } from './reward-code.codec.ts';

type Deps = {
  readonly codes: TenantCollection<RewardCodeDoc>;
  readonly discounts: TenantCollection<RewardDiscountDoc>;
};

const UNUSED = { isUsed: { $exists: false } } as const;
const TO_DO = { $in: ['wanted', 'coming', 'live'] } as const;

/** To be taken back; what somebody is at this moment making, when their lease is over. */
const unwanted = (now: number) => [
  { $set: { state: 'unwanted', dueAt: { $max: [now, '$dueAt'] }, tries: 0 } },
  { $unset: ['why'] },
];

export function createMongoCodeStore({ codes, discounts }: Deps): CodeStore {
  return {
    create: async (shop, many, now) => {
      await codes.insertNew(
        shop,
        many.map((code) => encodeCode(code, kindOf(code.programId, code.gives), now)),
      );
    },
    ofCustomers: async (shop, ids) =>
      (await codes.find(shop, { customerId: { $in: [...ids] } }).toArray()).map(decodeCode),
    findMany: async (shop, many) => (await codes.find(shop, { code: { $in: [...many] } }).toArray()).map(decodeCode),
    usesOf: async (shop, { from, to }) => {
      const used = { customerId: { $gte: from, $lte: to }, isUsed: true } as const;
      const uses = new Map<CustomerId, CodeUse[]>();
      for await (const batch of codes.stream(shop, used, {})) {
        for (const doc of batch) {
          const id = doc.customerId as CustomerId;
          uses.set(id, [...(uses.get(id) ?? []), ...usesOfDoc(doc)]);
        }
      }
      return uses;
    },
    use: async (shop, code, orderId) => {
      await codes.updateOne(shop, { code }, { $addToSet: { orders: orderId }, $set: { isUsed: true } });
    },
    unwant: async (shop, many, now) => {
      await codes.updateMany(shop, { code: { $in: [...many] }, state: TO_DO, ...UNUSED }, unwanted(now));
    },
    move: async (shop, from, to) =>
      (await codes.updateMany(shop, { customerId: from }, { $set: { customerId: to } })).matched,
    forgetHolder: async (shop, customerId, now) => {
      await codes.updateMany(shop, { customerId, state: TO_DO, ...UNUSED }, unwanted(now));
      return (await codes.updateMany(shop, { customerId }, { $unset: { customerId: 1, madeFor: 1 } })).matched;
    },
    ...createCodesAtWork(codes),
    ...createRewardDiscounts(discounts),
    startAnew: async (shop, now) => {
      await discounts.deleteMany(shop, {});
      await codes.updateMany(shop, { state: { $in: ['coming', 'live'] }, ...UNUSED }, {
        $set: { state: 'wanted', dueAt: now, tries: 0 },
        $unset: { lease: 1, why: 1, redeemCodeId: 1, creationId: 1 },
      } as never);
      await codes.updateMany(shop, { state: 'unwanted' }, { $set: { state: 'gone' }, $unset: SETTLED });
    },
  };
}
