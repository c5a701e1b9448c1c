import { readGid } from '../../world/gid.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import {
  discountCodeAppCreate,
  discountCodeDelete,
  discountCodeRedeemCodeBulkDelete,
  discountRedeemCodeBulkAdd,
} from './code-mutations.ts';
import {
  discountAutomaticAppCreate,
  discountAutomaticAppUpdate,
  discountAutomaticDelete,
} from './discount-mutations.ts';
import { metafieldsDelete, metafieldsSet } from './metafields-set.ts';

type RunArgs = { readonly query: string; readonly groupObjects: boolean };

/** Payloads are plain objects, whose fields need no resolver. */
const PAYLOADS = [
  'MetafieldsSetPayload',
  'MetafieldsSetUserError',
  'MetafieldsDeletePayload',
  'MetafieldIdentifier',
  'DiscountAutomaticAppCreatePayload',
  'DiscountAutomaticAppUpdatePayload',
  'DiscountAutomaticDeletePayload',
  'DiscountCodeAppCreatePayload',
  'DiscountCodeDeletePayload',
  'DiscountCodeRedeemCodeBulkDeletePayload',
  'DiscountRedeemCodeBulkAddPayload',
  'DiscountUserError',
  'Job',
  'BulkOperationRunQueryPayload',
  'BulkOperationUserError',
  'BulkOperationCancelPayload',
  'UserError',
];

export const mutationResolvers: Resolvers = {
  Mutation: {
    metafieldsSet,
    metafieldsDelete,
    discountAutomaticAppCreate,
    discountAutomaticAppUpdate,
    discountAutomaticDelete,
    discountCodeAppCreate,
    discountCodeDelete,
    discountCodeRedeemCodeBulkDelete,
    discountRedeemCodeBulkAdd,
    bulkOperationRunQuery: (_root: unknown, { query, groupObjects }: RunArgs, { shop, bulk }: AdminContext) =>
      bulk.run(shop, query, groupObjects),
    bulkOperationCancel: (_root: unknown, { id }: { readonly id: string }, { shop, bulk }: AdminContext) => ({
      bulkOperation: bulk.cancel(shop, readGid(id)?.id ?? 0),
      userErrors: [],
    }),
  },
  ...Object.fromEntries(PAYLOADS.map((type) => [type, {}])),
};
