import type { DiscountApplication, Order } from '../../world/things.ts';
import type { Resolvers } from '../admin-context.ts';

const TYPES = {
  automatic: 'AutomaticDiscountApplication',
  discount_code: 'DiscountCodeApplication',
  manual: 'ManualDiscountApplication',
  script: 'ScriptDiscountApplication',
} as const;

type Told = DiscountApplication & { readonly __typename: string; readonly index: number; readonly currency: string };

/** An application with its place in the order's list. */
export function applicationOf({ applications, presentmentCurrency }: Order, index: number): Told {
  const application = applications[index];
  if (application === undefined) throw new Error(`an allocation of a discount that the order does not tell of`);
  return { ...application, __typename: TYPES[application.type], index, currency: presentmentCurrency };
}

const common = {
  index: ({ index }: Told) => index,
  allocationMethod: ({ allocationMethod }: Told) => allocationMethod.toUpperCase(),
  targetSelection: ({ targetSelection }: Told) => targetSelection.toUpperCase(),
  targetType: ({ targetType }: Told) => targetType.toUpperCase(),
  value: ({ valueType, value, currency }: Told) =>
    valueType === 'percentage'
      ? { __typename: 'PricingPercentageValue', percentage: Number(value) }
      : { __typename: 'MoneyV2', amount: value, currencyCode: currency },
};
const title = ({ title: text }: Told) => text;

export const discountApplicationResolvers: Resolvers = {
  AutomaticDiscountApplication: { ...common, title },
  ManualDiscountApplication: { ...common, title, description: title },
  ScriptDiscountApplication: { ...common, title },
  DiscountCodeApplication: { ...common, code: ({ code }: Told) => code },
  PricingPercentageValue: {},
};
