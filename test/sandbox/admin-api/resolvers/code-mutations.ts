import type { CodeDiscount, RedeemCode } from '../../world/codes.ts';
import { gid, readGid } from '../../world/gid.ts';
import { findCode } from '../../world/operations/redeem-codes.ts';
import { removeMetafieldsOf, setMetafield } from '../../world/operations/set-metafield.ts';
import type { AdminContext } from '../admin-context.ts';
import { type DiscountInput, userError } from './discount-mutations.ts';

/** What Shopify takes in one call; newer versions take 250, older ones 100. */
const CODES_MAX = 100;
const CODE_LENGTH_MAX = 255;
const NODE = 'codeAppDiscount';

type Input = DiscountInput & { readonly code?: string | null; readonly usageLimit?: number | null };

export const codeDiscountGid = (id: number): string => gid('DiscountCodeNode', id);
const refused = (error: ReturnType<typeof userError>) => ({ codeAppDiscount: null, userErrors: [error] });
const fault = (code: string, message: string, ...field: readonly string[]) => ({
  ...userError(code, message),
  field: [...field],
});

export function discountCodeAppCreate(
  _root: unknown,
  { codeAppDiscount: input }: { readonly codeAppDiscount: Input },
  context: AdminContext,
) {
  const { shop, functions } = context;
  if (!input.title) return refused(fault('BLANK', "Title can't be blank", NODE, 'title'));
  if (!input.startsAt) return refused(fault('BLANK', "Starts at can't be blank", NODE, 'startsAt'));
  if (!input.code) return refused(fault('BLANK', "Code can't be blank", NODE, 'code'));
  if (findCode(shop.state, input.code) !== null)
    return refused(fault('TAKEN', 'Code must be unique. Please try a different code.', NODE, 'code'));
  const handle = input.functionHandle ?? '';
  if (!functions.includes(handle))
    return refused(
      fault('INVALID', `Function ${handle} not found. Ensure that it is released`, NODE, 'functionHandle'),
    );
  const now = shop.now();
  const discount: CodeDiscount = {
    id: shop.nextId(),
    title: input.title,
    functionHandle: handle,
    classes: input.discountClasses ?? ['ORDER', 'PRODUCT', 'SHIPPING'],
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false, ...input.combinesWith },
    startsAt: Date.parse(input.startsAt),
    endsAt: input.endsAt == null ? null : Date.parse(input.endsAt),
    createdAt: now,
    updatedAt: now,
    usageLimit: input.usageLimit ?? null,
    codes: [{ id: shop.nextId(), code: input.code, used: 0 }],
  };
  shop.state.codeDiscounts.set(discount.id, discount);
  for (const { namespace, ...each } of input.metafields ?? [])
    setMetafield(shop, { ...each, namespace: namespace ?? '$app', owner: codeDiscountGid(discount.id) });
  return { codeAppDiscount: discount, userErrors: [] };
}

const discountOf = ({ shop }: AdminContext, id: string): CodeDiscount | null =>
  shop.state.codeDiscounts.get(readGid(id)?.id ?? 0) ?? null;

type AddArgs = { readonly discountId: string; readonly codes: readonly { readonly code: string }[] };

/** Shopify adds them by and by; here they are there at once, though the answer still says that they are coming. */
export function discountRedeemCodeBulkAdd(_root: unknown, { discountId, codes }: AddArgs, context: AdminContext) {
  const { shop } = context;
  const discount = discountOf(context, discountId);
  const error =
    discount === null
      ? fault('INVALID', 'Discount does not exist', 'discountId')
      : codes.length === 0 || codes.length > CODES_MAX
        ? fault('TOO_MANY_ARGUMENTS', `Between 1 and ${CODES_MAX} codes`, 'codes')
        : null;
  if (discount === null || error !== null) return { bulkCreation: null, userErrors: error === null ? [] : [error] };
  const added: RedeemCode[] = [];
  const told = codes.map(({ code }) => {
    const isBad = code === '' || code.length > CODE_LENGTH_MAX;
    const isThere = added.some((each) => each.code.toUpperCase() === code.toUpperCase());
    if (isBad || isThere || findCode(shop.state, code) !== null) return { code, redeemCodeId: null };
    const one = { id: shop.nextId(), code, used: 0 };
    added.push(one);
    return { code, redeemCodeId: one.id };
  });
  shop.state.codeDiscounts.set(discount.id, { ...discount, codes: [...discount.codes, ...added] });
  const creation = { id: shop.nextId(), discountId: discount.id, codes: told, createdAt: shop.now() };
  shop.state.codeCreations.set(creation.id, creation);
  return { bulkCreation: { ...creation, isComing: true }, userErrors: [] };
}

type DeleteArgs = { readonly discountId: string; readonly ids?: readonly string[] | null };

/** By their ids alone; the other ways of naming them are refused. */
export function discountCodeRedeemCodeBulkDelete(
  _root: unknown,
  { discountId, ids }: DeleteArgs,
  context: AdminContext,
) {
  const discount = discountOf(context, discountId);
  if (discount === null) return { job: null, userErrors: [fault('INVALID', 'Discount does not exist', 'discountId')] };
  if (ids == null) return { job: null, userErrors: [fault('MISSING_ARGUMENT', 'The sandbox wants ids', 'ids')] };
  const gone = new Set(ids.map((id) => readGid(id)?.id));
  const codes = discount.codes.filter(({ id }) => !gone.has(id));
  context.shop.state.codeDiscounts.set(discount.id, { ...discount, codes });
  return { job: { id: gid('Job', context.shop.nextId()), done: false }, userErrors: [] };
}

export function discountCodeDelete(_root: unknown, { id }: { readonly id: string }, context: AdminContext) {
  const discount = discountOf(context, id);
  if (discount === null)
    return { deletedCodeDiscountId: null, userErrors: [fault('INVALID', 'Discount does not exist', 'id')] };
  context.shop.state.codeDiscounts.delete(discount.id);
  removeMetafieldsOf(context.shop, codeDiscountGid(discount.id));
  return { deletedCodeDiscountId: id, userErrors: [] };
}
