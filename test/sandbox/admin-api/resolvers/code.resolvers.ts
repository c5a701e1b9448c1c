import type { CodeCreation, CodeDiscount, RedeemCode } from '../../world/codes.ts';
import { gid } from '../../world/gid.ts';
import { findCode } from '../../world/operations/redeem-codes.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { connection, type PageArgs } from '../connection.ts';
import { dateTime, dateTimeOrNull } from '../values.ts';
import { codeDiscountGid } from './code-mutations.ts';
import { statusOf } from './discount.resolvers.ts';
import { metafieldFields } from './metafield.resolvers.ts';

type Creation = CodeCreation & { readonly isComing?: boolean };
type Created = CodeCreation['codes'][number] & { readonly id: number };

const codeGid = (id: number): string => gid('DiscountRedeemCode', id);

const discountOf = ({ shop }: AdminContext, { discountId }: CodeCreation): CodeDiscount | null =>
  shop.state.codeDiscounts.get(discountId) ?? null;

/** By the beginning of a code, which is what its search without a field does. */
function codesOf({ codes }: CodeDiscount, args: PageArgs & { readonly query?: string | null }, context: AdminContext) {
  const wanted = args.query?.toUpperCase() ?? '';
  return connection(
    context,
    codes.filter(({ code }) => code.toUpperCase().startsWith(wanted)),
    args,
  );
}

const TAKEN = { code: 'TAKEN', message: 'Code must be unique', field: ['code'], extraInfo: null };

export const codeResolvers: Resolvers = {
  DiscountCodeNode: {
    id: ({ id }: CodeDiscount) => codeDiscountGid(id),
    codeDiscount: (discount: CodeDiscount) => ({ ...discount, __typename: 'DiscountCodeApp' }),
    ...metafieldFields(({ id }: CodeDiscount) => codeDiscountGid(id)),
  },
  DiscountCodeApp: {
    discountId: ({ id }: CodeDiscount) => codeDiscountGid(id),
    title: ({ title }: CodeDiscount) => title,
    status: statusOf,
    discountClasses: ({ classes }: CodeDiscount) => classes,
    combinesWith: ({ combinesWith }: CodeDiscount) => combinesWith,
    startsAt: ({ startsAt }: CodeDiscount) => dateTime(startsAt),
    endsAt: ({ endsAt }: CodeDiscount) => dateTimeOrNull(endsAt),
    usageLimit: ({ usageLimit }: CodeDiscount) => usageLimit,
    codes: codesOf,
    codesCount: ({ codes }: CodeDiscount) => ({ count: codes.length, precision: 'EXACT' }),
    appDiscountType: ({ functionHandle }: CodeDiscount) => ({ handle: functionHandle }),
    asyncUsageCount: ({ codes }: CodeDiscount) => codes.reduce((sum, { used }) => sum + used, 0),
    createdAt: ({ createdAt }: CodeDiscount) => dateTime(createdAt),
    updatedAt: ({ updatedAt }: CodeDiscount) => dateTime(updatedAt),
  },
  DiscountRedeemCode: {
    id: ({ id }: RedeemCode) => codeGid(id),
    code: ({ code }: RedeemCode) => code,
    asyncUsageCount: ({ used }: RedeemCode) => used,
  },
  DiscountRedeemCodeBulkCreation: {
    id: ({ id }: Creation) => gid('DiscountRedeemCodeBulkCreation', id),
    done: ({ isComing }: Creation) => isComing !== true,
    codesCount: ({ codes }: Creation) => codes.length,
    importedCount: ({ codes }: Creation) => codes.filter(({ redeemCodeId }) => redeemCodeId !== null).length,
    failedCount: ({ codes }: Creation) => codes.filter(({ redeemCodeId }) => redeemCodeId === null).length,
    createdAt: ({ createdAt }: Creation) => dateTime(createdAt),
    discountCode: (creation: Creation, _args: never, context) => discountOf(context, creation),
    codes: (creation: Creation, args: PageArgs, context) => {
      const discount = discountOf(context, creation);
      const all = creation.codes.map((each, i) => ({ ...each, id: i + 1, discount }));
      return connection(context, all, args);
    },
  },
  DiscountRedeemCodeBulkCreationCode: {
    code: ({ code }: Created) => code,
    errors: ({ redeemCodeId }: Created) => (redeemCodeId === null ? [TAKEN] : []),
    discountRedeemCode: ({ code, redeemCodeId }: Created, _args: never, { shop }) =>
      redeemCodeId === null ? null : (findCode(shop.state, code)?.code ?? null),
  },
};
