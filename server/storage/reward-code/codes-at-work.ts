import type { CodeStore } from '../../app/ports/code-store.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { createClaimCodes } from './claim-codes.ts';
import type { RewardCodeDoc } from './reward-code.codec.ts';

/** What ends a piece of work on a code. */
export const SETTLED = { dueAt: 1, lease: 1, why: 1 } as const;

/** Codes that Shopify is asked for: taken, begun, done or failed. */
export const createCodesAtWork = (
  codes: TenantCollection<RewardCodeDoc>,
): Pick<CodeStore, 'claim' | 'coming' | 'done' | 'failed'> => ({
  claim: createClaimCodes(codes),
  coming: async (shop, many, creationId, lookAt) => {
    const asked = { code: { $in: [...many] } };
    const fields = { creationId, dueAt: lookAt, tries: 0 } as const;
    const over = { $unset: { lease: 1, why: 1 } } as const;
    await codes.updateMany(shop, { ...asked, state: 'unwanted' }, { $set: fields, ...over });
    await codes.updateMany(shop, { ...asked, state: 'wanted' }, { $set: { ...fields, state: 'coming' }, ...over });
  },
  done: async (shop, many, state) => {
    const from: 'coming' | 'unwanted' = state === 'live' ? 'coming' : 'unwanted';
    const updates = many.map(({ code, redeemCodeId }) => ({
      filter: { code, state: from },
      update: { $set: { state, ...(redeemCodeId === null ? {} : { redeemCodeId }) }, $unset: SETTLED } as never,
      upsert: false,
    }));
    await codes.updateEach(shop, updates);
  },
  failed: async (shop, many, notBeforeAt, why) => {
    const update = { $set: { dueAt: notBeforeAt, why }, $unset: { lease: 1 } } as const;
    await codes.updateMany(shop, { code: { $in: [...many] }, dueAt: { $exists: true } }, update);
  },
});
