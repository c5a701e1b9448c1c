import { readGid } from '../../world/gid.ts';
import { removeMetafieldsOf, setMetafield } from '../../world/operations/set-metafield.ts';
import type { DiscountClass, DiscountNode } from '../../world/things.ts';
import type { AdminContext } from '../admin-context.ts';
import { discountGid } from './discount.resolvers.ts';

type Metafield = {
  readonly namespace?: string | null;
  readonly key: string;
  readonly type: string;
  readonly value: string;
};
export type DiscountInput = {
  readonly title?: string | null;
  readonly functionHandle?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly discountClasses?: readonly DiscountClass[] | null;
  readonly combinesWith?: Partial<DiscountNode['combinesWith']> | null;
  readonly metafields?: readonly Metafield[] | null;
};
type InputArgs = { readonly automaticAppDiscount: DiscountInput };

/** All apps of a shop share so many. */
const MOST = 25;
const NODE = 'automaticAppDiscount';

export const userError = (code: string, message: string, ...field: readonly string[]) => ({
  code,
  message,
  field: field.length === 0 ? null : [NODE, ...field],
  extraInfo: null,
});
const refused = (error: ReturnType<typeof userError>) => ({ automaticAppDiscount: null, userErrors: [error] });

export function discountAutomaticAppCreate(
  _root: unknown,
  { automaticAppDiscount: input }: InputArgs,
  context: AdminContext,
) {
  const { shop, functions } = context;
  if (!input.title) return refused(userError('BLANK', "Title can't be blank", 'title'));
  if (!input.startsAt) return refused(userError('BLANK', "Starts at can't be blank", 'startsAt'));
  const handle = input.functionHandle ?? '';
  if (handle === '') return refused(userError('MISSING_FUNCTION_IDENTIFIER', 'A Function is needed', 'functionHandle'));
  if (!functions.includes(handle)) {
    return refused(userError('INVALID', `Function ${handle} not found. Ensure that it is released`, 'functionHandle'));
  }
  if (shop.state.discounts.size >= MOST) return refused(userError('MAX_APP_DISCOUNTS', 'Too many app discounts'));
  const now = shop.now();
  const node: DiscountNode = {
    id: shop.nextId(),
    title: input.title,
    functionHandle: handle,
    classes: input.discountClasses ?? ['ORDER', 'PRODUCT', 'SHIPPING'],
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false, ...input.combinesWith },
    startsAt: Date.parse(input.startsAt),
    endsAt: input.endsAt == null ? null : Date.parse(input.endsAt),
    createdAt: now,
    updatedAt: now,
  };
  shop.state.discounts.set(node.id, node);
  writeMetafields(context, node, input);
  return { automaticAppDiscount: node, userErrors: [] };
}

function writeMetafields({ shop }: AdminContext, { id }: DiscountNode, { metafields }: DiscountInput): void {
  for (const { namespace, ...each } of metafields ?? []) {
    setMetafield(shop, { ...each, namespace: namespace ?? '$app', owner: discountGid(id) });
  }
}

const nodeOf = ({ shop }: AdminContext, id: string): DiscountNode | null =>
  shop.state.discounts.get(readGid(id)?.id ?? 0) ?? null;

export function discountAutomaticAppUpdate(
  _root: unknown,
  { id, automaticAppDiscount: input }: InputArgs & { readonly id: string },
  context: AdminContext,
) {
  const before = nodeOf(context, id);
  if (before === null) return refused({ ...userError('INVALID', 'Discount does not exist'), field: ['id'] });
  const node: DiscountNode = {
    ...before,
    title: input.title ?? before.title,
    functionHandle: input.functionHandle ?? before.functionHandle,
    classes: input.discountClasses ?? before.classes,
    combinesWith: { ...before.combinesWith, ...input.combinesWith },
    startsAt: input.startsAt == null ? before.startsAt : Date.parse(input.startsAt),
    endsAt: input.endsAt === undefined ? before.endsAt : input.endsAt === null ? null : Date.parse(input.endsAt),
    updatedAt: context.shop.now(),
  };
  context.shop.state.discounts.set(node.id, node);
  writeMetafields(context, node, input);
  return { automaticAppDiscount: node, userErrors: [] };
}

export function discountAutomaticDelete(_root: unknown, { id }: { readonly id: string }, context: AdminContext) {
  const node = nodeOf(context, id);
  if (node === null) {
    const error = { ...userError('INVALID', 'Discount does not exist'), field: ['id'] };
    return { deletedAutomaticDiscountId: null, userErrors: [error] };
  }
  context.shop.state.discounts.delete(node.id);
  removeMetafieldsOf(context.shop, discountGid(node.id));
  return { deletedAutomaticDiscountId: id, userErrors: [] };
}
