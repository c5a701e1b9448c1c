import { found, laterThan, type ShopContext, toSecond } from '../context.ts';
import { gid } from '../gid.ts';
import { customerByEmail, dropCustomer, keepCustomer, keepOrder, ordersOf } from '../keep.ts';
import type { Address, Customer, EmailConsent, Instant, MarketingState } from '../things.ts';
import { removeMetafieldsOf } from './set-metafield.ts';

export type CreateCustomer = {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[];
  readonly locale?: string;
  readonly address?: Omit<Address, 'id'> | null;
  readonly hasAccount?: boolean;
  readonly marketing?: MarketingState;
  readonly openTracking?: EmailConsent['openTracking'];
  readonly at?: Instant;
};

const noConsent: EmailConsent = { state: 'not_subscribed', optInLevel: null, updatedAt: null, openTracking: 'UNKNOWN' };

/** Somebody the shop gets to know. An e-mail that somebody has already is refused, as in Shopify. */
export function createCustomer(context: ShopContext, input: CreateCustomer = {}): Customer {
  const { state, now, nextId, emit } = context;
  const email = input.email?.toLowerCase() ?? null;
  if (email !== null && customerByEmail(state, email) !== null) {
    throw new Error(`the sandbox shop has a customer with the e-mail ${email} already`);
  }
  const at = toSecond(input.at ?? now());
  const customer: Customer = {
    id: nextId(),
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    email,
    phone: input.phone ?? null,
    note: input.note ?? null,
    tags: input.tags ?? [],
    locale: input.locale ?? 'en',
    consent: { ...consentOf(input.marketing ?? 'not_subscribed', at), openTracking: input.openTracking ?? 'UNKNOWN' },
    address: input.address == null ? null : { ...input.address, id: nextId() },
    hasAccount: input.hasAccount ?? email !== null,
    createdAt: at,
    updatedAt: at,
  };
  keepCustomer(state, customer);
  emit(at, [['customers/create', { kind: 'customer', customerId: customer.id }]]);
  return customer;
}

const consentOf = (state: MarketingState, at: Instant): EmailConsent =>
  state === 'not_subscribed'
    ? noConsent
    : { ...noConsent, state, optInLevel: state === 'subscribed' ? 'single_opt_in' : null, updatedAt: at };

export type UpdateCustomer = Partial<
  Pick<Customer, 'firstName' | 'lastName' | 'email' | 'phone' | 'note' | 'tags' | 'locale' | 'hasAccount'>
>;

export function updateCustomer(context: ShopContext, id: number, change: UpdateCustomer, at = context.now()): Customer {
  const before = found(context.state.customers.get(id), `customer ${id}`);
  const customer = { ...before, ...change, updatedAt: laterThan(before.updatedAt, at) };
  keepCustomer(context.state, customer);
  context.emit(at, [['customers/update', { kind: 'customer', customerId: id }]]);
  return customer;
}

/** What the shopper said about letters. */
export function setConsent(
  context: ShopContext,
  id: number,
  state: MarketingState,
  openTracking: EmailConsent['openTracking'] = 'UNKNOWN',
  at = context.now(),
): Customer {
  const before = found(context.state.customers.get(id), `customer ${id}`);
  const consent = { ...consentOf(state, at), updatedAt: toSecond(at), openTracking };
  const customer = { ...before, consent, updatedAt: laterThan(before.updatedAt, at) };
  keepCustomer(context.state, customer);
  context.emit(at, [
    ['customers_email_marketing_consent/update', { kind: 'consent', customer }],
    ['customers/update', { kind: 'customer', customerId: id }],
  ]);
  return customer;
}

/** As in Shopify, only somebody without orders can be deleted. */
export function deleteCustomer(context: ShopContext, id: number): void {
  found(context.state.customers.get(id), `customer ${id}`);
  if (ordersOf(context.state, id).length > 0) throw new Error('a customer with orders cannot be deleted');
  forgetCustomer(context, id);
  context.emit(context.now(), [['customers/delete', { kind: 'customer_deleted', customerId: id }]]);
}

/** Takes the record and its metafields away. */
export function forgetCustomer(context: ShopContext, id: number): void {
  dropCustomer(context.state, id);
  removeMetafieldsOf(context, gid('Customer', id));
}

/**
 * Makes one customer of two. As in Shopify the one with the older record survives unless only the other has an
 * e-mail; its orders move over, its metafields stay the survivor's, and what the survivor lacks is filled in.
 */
export function mergeCustomers(context: ShopContext, oneId: number, twoId: number, at = context.now()): Customer {
  const one = found(context.state.customers.get(oneId), `customer ${oneId}`);
  const two = found(context.state.customers.get(twoId), `customer ${twoId}`);
  if (oneId === twoId) throw new Error('a customer cannot be merged with itself');
  const [kept, gone] = survives(one, two) ? [one, two] : [two, one];
  const customer = { ...filledIn(kept, gone), updatedAt: laterThan(kept.updatedAt, at) };
  for (const order of ordersOf(context.state, gone.id)) {
    const updatedAt = laterThan(order.updatedAt, at);
    keepOrder(context.state, { ...order, customerId: kept.id, updatedAt });
  }
  forgetCustomer(context, gone.id);
  keepCustomer(context.state, customer);
  const jobId = context.nextId();
  context.emit(at, [
    ['customers/merge', { kind: 'customers_merged', keptId: kept.id, deletedId: gone.id, jobId }],
    ['customers/update', { kind: 'customer', customerId: kept.id }],
  ]);
  return customer;
}

function survives(one: Customer, two: Customer): boolean {
  if ((one.email === null) !== (two.email === null)) return one.email !== null;
  return one.createdAt === two.createdAt ? one.id < two.id : one.createdAt < two.createdAt;
}

const filledIn = (kept: Customer, gone: Customer): Customer => ({
  ...kept,
  firstName: kept.firstName ?? gone.firstName,
  lastName: kept.lastName ?? gone.lastName,
  phone: kept.phone ?? gone.phone,
  note: [kept.note, gone.note].filter((note) => note !== null).join('\n') || null,
  tags: [...new Set([...kept.tags, ...gone.tags])],
  address: kept.address ?? gone.address,
  hasAccount: kept.hasAccount || gone.hasAccount,
  createdAt: Math.min(kept.createdAt, gone.createdAt),
});
