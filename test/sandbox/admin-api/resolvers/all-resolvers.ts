import type { Resolvers } from '../admin-context.ts';
import { bulkResolvers } from './bulk.resolvers.ts';
import { codeResolvers } from './code.resolvers.ts';
import { customerResolvers } from './customer.resolvers.ts';
import { discountResolvers } from './discount.resolvers.ts';
import { discountApplicationResolvers } from './discount-application.resolvers.ts';
import { lineItemResolvers } from './line-item.resolvers.ts';
import { metafieldResolvers } from './metafield.resolvers.ts';
import { mutationResolvers } from './mutation.resolvers.ts';
import { orderResolvers } from './order.resolvers.ts';
import { productResolvers } from './product.resolvers.ts';
import { queryResolvers } from './query.resolvers.ts';
import { refundResolvers } from './refund.resolvers.ts';
import { shopResolvers } from './shop.resolvers.ts';

/** Everything the sandbox can answer; whoever asks for more is told so aloud. */
export const allResolvers: Resolvers = {
  ...queryResolvers,
  ...mutationResolvers,
  ...shopResolvers,
  ...customerResolvers,
  ...orderResolvers,
  ...lineItemResolvers,
  ...discountApplicationResolvers,
  ...refundResolvers,
  ...productResolvers,
  ...discountResolvers,
  ...codeResolvers,
  ...metafieldResolvers,
  ...bulkResolvers,
};
