import { z } from 'zod';

/** Shopify's decimal as it came; whoever needs minor units reads it digit by digit. */
export const money = z.object({ amount: z.string(), currencyCode: z.string() });
export const shopMoney = z.object({ shopMoney: money });
export const SHOP_MONEY = '{ shopMoney { amount currencyCode } }';

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
