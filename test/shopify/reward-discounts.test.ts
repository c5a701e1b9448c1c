import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProductId } from '../../shared/domain/ids.ts';
import { makeRewardCode } from '../../shared/domain/offer/reward-code.ts';
import { type RewardRules, writeRewardRules } from '../../shared/domain/offer/reward-rules.ts';
import { codeOf, SHOP, type Stage, setUp } from './set-up.ts';

type Args = Record<string, unknown>;

let set: Stage;
beforeEach(async () => {
  set = await setUp();
});
afterEach(() => set.played.stop());

const code = (first: number) => makeRewardCode(Uint8Array.from({ length: 16 }, (_, i) => first + i));
const NODE = 'gid://shopify/DiscountCodeNode/7';
const rules: RewardRules = {
  gives: { kind: 'percent', discountBp: 300 },
  currency: 'EUR',
  marginBp: 500,
  floorOn: true,
};
const gift: RewardRules = { ...rules, gives: { kind: 'gift', productId: '8001' as ProductId } };
const admin = () => set.shopify.admin;

describe('the discount of a kind of codes', () => {
  it('is made for products, beside others, with one use for each of its codes and the rules in it', async () => {
    const made: Args[] = [];
    set.played.fields.discountCodeAppCreate = ({ codeAppDiscount }: Args) => {
      made.push(codeAppDiscount as Args);
      return { codeAppDiscount: { discountId: NODE }, userErrors: [] };
    };
    expect(await admin().ensureRewardDiscount(SHOP, code(1), rules)).toBe(NODE);
    expect(await admin().ensureRewardDiscount(SHOP, code(2), gift)).toBe(NODE);
    expect(made[0]).toMatchObject({
      title: 'Regulars: 3 % once',
      code: code(1),
      functionHandle: 'regulars-reward',
      discountClasses: ['PRODUCT'],
      combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
      usageLimit: 1,
      context: { all: 'ALL' },
      startsAt: new Date(set.clock.now()).toISOString(),
      metafields: [{ namespace: '$app', key: 'reward', type: 'json', value: writeRewardRules(rules) }],
    });
    expect(made[1]).toMatchObject({ title: 'Regulars: gift 8001', functionHandle: 'regulars-gift' });
  });

  it('is found by its first code where an earlier try made it and its answer was lost', async () => {
    const taken = { code: 'TAKEN', field: ['codeAppDiscount', 'code'], message: 'taken' };
    set.played.fields.discountCodeAppCreate = () => ({ codeAppDiscount: null, userErrors: [taken] });
    set.played.fields.codeDiscountNodeByCode = (asked: Args) => (asked.code === code(1) ? { id: NODE } : null);
    expect(await admin().ensureRewardDiscount(SHOP, code(1), rules)).toBe(NODE);
  });

  it('is not made where Shopify refuses it', async () => {
    const error = { code: 'INVALID', field: ['codeAppDiscount', 'functionHandle'], message: 'not released' };
    set.played.fields.discountCodeAppCreate = () => ({ codeAppDiscount: null, userErrors: [error] });
    expect(await codeOf(admin().ensureRewardDiscount(SHOP, code(1), rules))).toBe('shopify_refused');
  });
});

describe('codes in bulk', () => {
  it('are added in one call, and asked for until they are there', async () => {
    const added: Args[] = [];
    set.played.fields.discountRedeemCodeBulkAdd = (asked: Args) => {
      added.push(asked);
      return { bulkCreation: { id: 'gid://shopify/DiscountRedeemCodeBulkCreation/1' }, userErrors: [] };
    };
    const id = await admin().addCodes(SHOP, NODE, [code(1), code(2)]);
    expect(added).toEqual([{ discountId: NODE, codes: [{ code: code(1) }, { code: code(2) }] }]);
    let isDone = false;
    const nodes = [
      { code: code(1), discountRedeemCode: { id: 'gid://shopify/DiscountRedeemCode/11' } },
      { code: code(2), discountRedeemCode: null },
    ];
    set.played.fields.discountRedeemCodeBulkCreation = () => ({ done: isDone, codes: { nodes } });
    expect(await admin().addedCodes(SHOP, id)).toBeNull();
    isDone = true;
    expect(await admin().addedCodes(SHOP, id)).toEqual([
      { code: code(1), redeemCodeId: 'gid://shopify/DiscountRedeemCode/11' },
      { code: code(2), redeemCodeId: null },
    ]);
    set.played.fields.discountRedeemCodeBulkCreation = () => null;
    expect(await admin().addedCodes(SHOP, id)).toEqual([]);
  });

  it('are taken back by their ids, which are looked up where they are not known', async () => {
    const removed: Args[] = [];
    set.played.fields.discountCodeRedeemCodeBulkDelete = (asked: Args) => {
      removed.push(asked);
      return { job: null, userErrors: [] };
    };
    const nodes = [{ id: 'gid://shopify/DiscountRedeemCode/12', code: code(2) }];
    set.played.fields.codeDiscountNodeByCode = (asked: Args) =>
      asked.code === code(2) ? { codeDiscount: { __typename: 'DiscountCodeApp', codes: { nodes } } } : null;
    const known = { code: code(1), redeemCodeId: 'gid://shopify/DiscountRedeemCode/11' };
    await admin().removeCodes(SHOP, NODE, [
      known,
      { code: code(2), redeemCodeId: null },
      { code: code(3), redeemCodeId: null },
    ]);
    await admin().removeCodes(SHOP, NODE, [{ code: code(3), redeemCodeId: null }]);
    const ids = ['gid://shopify/DiscountRedeemCode/11', 'gid://shopify/DiscountRedeemCode/12'];
    expect(removed).toEqual([{ discountId: NODE, ids }]);
  });
});
