import { gid } from '../../world/gid.ts';
import { APP_ID } from '../../world/metafields.ts';
import type { DiscountNode } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { dateTime, dateTimeOrNull } from '../values.ts';
import { metafieldFields } from './metafield.resolvers.ts';

/** One id in both worlds: a discount's node under either name has the same metafields. */
export const discountGid = (id: number): string => gid('DiscountAutomaticNode', id);

/** A Function's id, made from its handle so that it stays the same. */
export function functionId(handle: string): string {
  const digits = Buffer.from(handle.padEnd(16, '.')).toString('hex').slice(0, 32);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function statusOf({ startsAt, endsAt }: DiscountNode, _args: never, { shop }: AdminContext): string {
  const now = shop.now();
  if (startsAt > now) return 'SCHEDULED';
  return endsAt !== null && endsAt <= now ? 'EXPIRED' : 'ACTIVE';
}

const asApp = (node: DiscountNode) => ({ ...node, __typename: 'DiscountAutomaticApp' });
const node = {
  id: ({ id }: DiscountNode) => discountGid(id),
  ...metafieldFields(({ id }: DiscountNode) => discountGid(id)),
};

export const discountResolvers: Resolvers = {
  DiscountNode: { ...node, discount: asApp },
  DiscountAutomaticNode: { ...node, automaticDiscount: asApp },
  DiscountAutomaticApp: {
    discountId: ({ id }: DiscountNode) => discountGid(id),
    title: ({ title }: DiscountNode) => title,
    status: statusOf,
    discountClasses: ({ classes }: DiscountNode) => classes,
    combinesWith: ({ combinesWith }: DiscountNode) => combinesWith,
    startsAt: ({ startsAt }: DiscountNode) => dateTime(startsAt),
    endsAt: ({ endsAt }: DiscountNode) => dateTimeOrNull(endsAt),
    createdAt: ({ createdAt }: DiscountNode) => dateTime(createdAt),
    updatedAt: ({ updatedAt }: DiscountNode) => dateTime(updatedAt),
    asyncUsageCount: () => 0,
    errorHistory: () => null,
    appDiscountType: ({ functionHandle }: DiscountNode) => ({ handle: functionHandle }),
  },
  DiscountCombinesWith: { productDiscountsWithTagsOnSameCartLine: () => null },
  AppDiscountType: {
    functionId: ({ handle }: { readonly handle: string }) => functionId(handle),
    title: ({ handle }: { readonly handle: string }) => handle,
    appKey: () => String(APP_ID),
    discountClasses: () => ['PRODUCT'],
    app: () => ({}),
  },
  ShopifyFunction: {
    id: ({ handle }: { readonly handle: string }) => functionId(handle),
    handle: ({ handle }: { readonly handle: string }) => handle,
    title: ({ handle }: { readonly handle: string }) => handle,
    apiType: () => 'discount',
    apiVersion: () => '2026-10',
    appKey: () => String(APP_ID),
    app: () => ({}),
  },
};
