import { gid } from '../../world/gid.ts';
import { findVariant } from '../../world/keep.ts';
import { timesBoth } from '../../world/money.ts';
import { currentUnits, discountedOf, discountOf, lastUnitsOf, refundedUnits } from '../../world/order-sums.ts';
import type { DiscountAllocation, OrderLine } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { moneyBag } from '../values.ts';
import { applicationOf } from './discount-application.resolvers.ts';
import { type InOrder, inOrder } from './in-order.ts';

type Line = InOrder<OrderLine>;

export const lineItemResolvers: Resolvers = {
  LineItem: {
    id: ({ id }: Line) => gid('LineItem', id),
    title: ({ title }: Line) => title,
    name: ({ title, variantTitle }: Line) => (variantTitle === null ? title : `${title} - ${variantTitle}`),
    variantTitle: ({ variantTitle }: Line) => variantTitle,
    sku: ({ sku }: Line) => sku,
    vendor: ({ vendor }: Line) => vendor,
    quantity: ({ quantity }: Line) => quantity,
    currentQuantity: (line: Line) => currentUnits(line.order, line),
    refundableQuantity: (line: Line) => line.quantity - refundedUnits(line.order, line.id) - line.removedQuantity,
    isGiftCard: ({ isGiftCard }: Line) => isGiftCard,
    taxable: ({ taxable }: Line) => taxable,
    requiresShipping: ({ requiresShipping }: Line) => requiresShipping,
    customAttributes: ({ properties }: Line) => properties.map(({ name, value }) => ({ key: name, value })),
    product: ({ productId }: Line, _args: never, { shop }: AdminContext) =>
      productId === null ? null : (shop.state.products.get(productId) ?? null),
    variant: ({ variantId }: Line, _args: never, { shop }: AdminContext) =>
      variantId === null ? null : findVariant(shop.state, variantId),
    originalUnitPriceSet: (line: Line) => moneyBag(line.price, line.order),
    originalTotalSet: (line: Line) => moneyBag(timesBoth(line.price, line.quantity), line.order),
    // Discounts by line alone; ours are automatic and given across, so this is what Shopify tells as well.
    discountedTotalSet: (line: Line) => moneyBag(discountedOf(line), line.order),
    discountedUnitPriceAfterAllDiscountsSet: (line: Line) =>
      moneyBag(line.quantity === 0 ? line.price : lastUnitsOf(line, 0, 1), line.order),
    totalDiscountSet: (line: Line) => moneyBag(discountOf(line), line.order),
    discountAllocations: (line: Line) => inOrder(line.order, line.allocations),
  },
  DiscountAllocation: {
    allocatedAmountSet: ({ amount, order }: InOrder<DiscountAllocation>) => moneyBag(amount, order),
    discountApplication: ({ application, order }: InOrder<DiscountAllocation>) => applicationOf(order, application),
  },
};
