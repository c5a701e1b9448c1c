import { boughtBy } from '../../webhooks/payloads/customer-body.ts';
import { gid } from '../../world/gid.ts';
import { ordersOf } from '../../world/keep.ts';
import type { Address, Customer } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { connection, type PageArgs } from '../connection.ts';
import { dateTime, dateTimeOrNull, moneyV2 } from '../values.ts';
import { metafieldFields } from './metafield.resolvers.ts';

const nameOf = ({ firstName, lastName, email }: Customer): string =>
  [firstName, lastName].filter((part) => part !== null).join(' ') || (email ?? '');

export const customerResolvers: Resolvers = {
  Customer: {
    id: ({ id }: Customer) => gid('Customer', id),
    legacyResourceId: ({ id }: Customer) => id,
    firstName: ({ firstName }: Customer) => firstName,
    lastName: ({ lastName }: Customer) => lastName,
    displayName: nameOf,
    locale: ({ locale }: Customer) => locale,
    note: ({ note }: Customer) => note,
    tags: ({ tags }: Customer) => tags,
    state: ({ hasAccount }: Customer) => (hasAccount ? 'ENABLED' : 'DISABLED'),
    verifiedEmail: ({ email }: Customer) => email !== null,
    dataSaleOptOut: () => false,
    taxExempt: () => false,
    createdAt: ({ createdAt }: Customer) => dateTime(createdAt),
    updatedAt: ({ updatedAt }: Customer) => dateTime(updatedAt),
    defaultEmailAddress: (customer: Customer) => (customer.email === null ? null : customer),
    defaultPhoneNumber: ({ phone }: Customer) => (phone === null ? null : { phoneNumber: phone }),
    defaultAddress: ({ address }: Customer) => address,
    numberOfOrders: ({ id }: Customer, _args: never, { shop }: AdminContext) => boughtBy(shop.state, id).count,
    amountSpent: ({ id }: Customer, _args: never, { shop }: AdminContext) =>
      moneyV2(Math.max(0, boughtBy(shop.state, id).spentMinor), shop.state.facts.currency),
    lastOrder: ({ id }: Customer, _args: never, { shop }: AdminContext) => boughtBy(shop.state, id).last,
    orders: ({ id }: Customer, args: PageArgs, context: AdminContext) =>
      connection(context, ordersOf(context.shop.state, id), args),
    ...metafieldFields(({ id }: Customer) => gid('Customer', id)),
  },
  CustomerEmailAddress: {
    emailAddress: ({ email }: Customer) => email,
    marketingState: ({ consent }: Customer) => consent.state.toUpperCase(),
    marketingOptInLevel: ({ consent }: Customer) => consent.optInLevel?.toUpperCase() ?? null,
    marketingUpdatedAt: ({ consent }: Customer) => dateTimeOrNull(consent.updatedAt),
    openTrackingLevel: ({ consent }: Customer) => consent.openTracking,
    validFormat: () => true,
    sourceLocation: () => null,
  },
  CustomerPhoneNumber: {},
  MailingAddress: {
    id: ({ id }: Address) => gid('MailingAddress', id),
    firstName: ({ firstName }: Address) => firstName,
    lastName: ({ lastName }: Address) => lastName,
    name: ({ firstName, lastName }: Address) => `${firstName} ${lastName}`,
    address1: ({ address1 }: Address) => address1,
    address2: () => null,
    company: () => null,
    city: ({ city }: Address) => city,
    zip: ({ zip }: Address) => zip,
    province: () => null,
    provinceCode: () => null,
    country: ({ country }: Address) => country,
    countryCodeV2: ({ country }: Address) => country,
    phone: ({ phone }: Address) => phone,
  },
};
