import { assert } from '../../../shared/domain/assert.ts';
import { formatPercent } from '../../../shared/domain/money/percent.ts';
import type { OfferGives } from '../../../shared/domain/offer/offer.ts';
import { writeRewardRules } from '../../../shared/domain/offer/reward-rules.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import { addCodesDocument } from './add-codes.document.ts';
import { addedCodesDocument } from './added-codes.document.ts';
import type { AskAdmin } from './ask-admin.ts';
import { createCodeDiscountDocument } from './create-code-discount.document.ts';
import { COMBINES_WITH } from './ensure-discount.ts';
import { findCodeDocument } from './find-code.document.ts';
import { findRedeemCodeDocument } from './find-redeem-code.document.ts';
import { NAMESPACE, type PutMetafields } from './put-metafields.ts';
import { removeCodesDocument } from './remove-codes.document.ts';
import { assertDone } from './user-errors.ts';

/** The Functions that our code discounts run, as their extensions declare them. */
export const REWARD_HANDLES: Readonly<Record<OfferGives['kind'], string>> = {
  percent: 'regulars-reward',
  gift: 'regulars-gift',
};

const CODES_MAX = 100;
const REWARD = { key: 'reward', type: 'json' };

type Deps = { readonly askAdmin: AskAdmin; readonly putMetafields: PutMetafields; readonly clock: Clock };
type RewardAdmin = Pick<
  ShopifyAdmin,
  'ensureRewardDiscount' | 'putRewardRules' | 'addCodes' | 'addedCodes' | 'removeCodes'
>;

const titleOf = (gives: OfferGives): string =>
  gives.kind === 'percent' ? `Regulars: ${formatPercent(gives.discountBp)} once` : `Regulars: gift ${gives.productId}`;

/** Code discounts of one-off rewards and their codes (rules 2.8, decision 0053). */
export function createRewardDiscounts(deps: Deps): RewardAdmin {
  const { askAdmin, putMetafields } = deps;
  return {
    ensureRewardDiscount: createEnsure(deps),
    putRewardRules: async (shop, ownerId, rules) => {
      const unknown = await putMetafields(shop, [{ ...REWARD, ownerId, value: writeRewardRules(rules) }]);
      if (unknown.size > 0) throw new AppError('shopify_refused', false, 'the discount is gone');
    },
    addCodes: async (shop, discountId, codes) => {
      assert(codes.length <= CODES_MAX, 'at most 100 codes in one call');
      const variables = { discountId, codes: codes.map((code) => ({ code })) };
      const { bulkCreation, userErrors } = (await askAdmin(shop, addCodesDocument, variables))
        .discountRedeemCodeBulkAdd;
      assertDone('AddCodes', userErrors);
      if (bulkCreation === null) throw new AppError('shopify_refused', false, 'AddCodes: nothing begun');
      return bulkCreation.id;
    },
    addedCodes: async (shop, id) => {
      const { discountRedeemCodeBulkCreation: made } = await askAdmin(shop, addedCodesDocument, { id });
      // Shopify forgets it after a while; by then the codes are there, and their ids are asked for when needed.
      if (made === null) return [];
      if (!made.done) return null;
      return made.codes.nodes.map((each) => ({ code: each.code, redeemCodeId: each.discountRedeemCode?.id ?? null }));
    },
    removeCodes: async (shop, discountId, codes) => {
      assert(codes.length <= CODES_MAX, 'at most 100 codes in one call');
      const ids: string[] = [];
      for (const { code, redeemCodeId } of codes) {
        const id = redeemCodeId ?? (await findRedeemCode(askAdmin, shop, code));
        if (id !== null) ids.push(id);
      }
      if (ids.length === 0) return;
      const { discountCodeRedeemCodeBulkDelete: removed } = await askAdmin(shop, removeCodesDocument, {
        discountId,
        ids,
      });
      assertDone('RemoveCodes', removed.userErrors);
    },
  };
}

const createEnsure =
  ({ askAdmin, clock }: Deps): ShopifyAdmin['ensureRewardDiscount'] =>
  async (shop, seed, rules) => {
    const discount = {
      title: titleOf(rules.gives),
      code: seed,
      functionHandle: REWARD_HANDLES[rules.gives.kind],
      startsAt: new Date(clock.now()).toISOString(),
      discountClasses: ['PRODUCT'],
      combinesWith: COMBINES_WITH,
      usageLimit: 1,
      context: { all: 'ALL' },
      metafields: [{ ...REWARD, namespace: NAMESPACE, value: writeRewardRules(rules) }],
    };
    const { codeAppDiscount, userErrors } = (await askAdmin(shop, createCodeDiscountDocument, { discount }))
      .discountCodeAppCreate;
    if (codeAppDiscount !== null && userErrors.length === 0) return codeAppDiscount.discountId;
    // Made by an earlier try whose answer was lost: nobody else has its first code.
    const isThere = userErrors.some(({ code }) => code === 'TAKEN');
    const found = isThere ? await askAdmin(shop, findCodeDocument, { code: seed }) : null;
    const id = found?.codeDiscountNodeByCode?.id;
    if (id !== undefined) return id;
    assertDone('CreateCodeDiscount', userErrors);
    throw new AppError('shopify_refused', false, 'CreateCodeDiscount: nothing made');
  };

async function findRedeemCode(askAdmin: AskAdmin, shop: Parameters<AskAdmin>[0], code: string): Promise<string | null> {
  const { codeDiscountNodeByCode: node } = await askAdmin(shop, findRedeemCodeDocument, { code });
  const codes = node !== null && 'codes' in node.codeDiscount ? node.codeDiscount.codes.nodes : [];
  return codes.find((each) => each.code === code)?.id ?? null;
}
