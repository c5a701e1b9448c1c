import type { InTurn } from '../server/app/in-turn.ts';
import type { InboxItem, InboxOutcome } from '../server/app/ports/inbox-store.ts';
import { PAST_ORDER_TOPIC } from '../server/app/purchase/file-past-orders.ts';
import type { UseCases } from '../server/app/use-cases.ts';
import type { Fault } from '../shared/domain/fault.ts';
import type { Instant, ShopId } from '../shared/domain/ids.ts';
import type { Result } from '../shared/domain/result.ts';
import { scopesPayload } from './app/payload.ts';
import { deletedCustomerPayload, mergePayload } from './customer/payload.ts';
import { readConsent, readCustomer } from './customer/read-customer.ts';
import type { IsOurs } from './order/our-discount.ts';
import { orderEditPayload } from './order/payload.ts';
import { readDeletedOrder } from './order/read-deleted-order.ts';
import { readOrder } from './order/read-order.ts';
import { done, skipped } from './outcome.ts';
import { pastOrderPayload } from './past-order/payload.ts';
import { customerRedactPayload, dataRequestPayload, shopRedactPayload } from './privacy/payload.ts';
import { inventoryItemPayload } from './product/payload.ts';
import { readPayload } from './read.ts';
import { readRefund } from './refund/read-refund.ts';

/** Every topic that `shopify.app.toml` asks for; a test compares the two. */
export type Topic =
  | `orders/${'create' | 'paid' | 'updated' | 'edited' | 'cancelled' | 'delete'}`
  | 'refunds/create'
  | `customers/${'create' | 'update' | 'delete' | 'merge'}`
  | 'customers_email_marketing_consent/update'
  | `inventory_items/${'create' | 'update'}`
  | `app/${'uninstalled' | 'scopes_update'}`
  | 'bulk_operations/finish'
  | PrivacyTopic;

export type PrivacyTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact';

/** A delivery on its way to a use case. `ourDiscount` is asked for by those who read discounts. */
export type Delivery = {
  readonly shop: ShopId;
  readonly item: Pick<InboxItem, 'triggeredAt' | 'receivedAt' | 'tries'>;
  readonly body: unknown;
  readonly useCases: UseCases;
  readonly ourDiscount: (shop: ShopId) => Promise<IsOurs>;
  readonly inTurn: InTurn;
};

export type Act = (delivery: Delivery) => Promise<InboxOutcome>;

type Read<T> = (delivery: Delivery) => Result<T, readonly Fault[]> | Promise<Result<T, readonly Fault[]>>;
type Use<T> = (value: T, delivery: Delivery) => Promise<InboxOutcome>;

/** Reads the body, then uses what it says; a body with faults is refused with all of them. */
const row =
  <T>(read: Read<T>, use: Use<T>): Act =>
  async (delivery) => {
    const told = await read(delivery);
    return told.ok ? use(told.value, delivery) : { state: 'refused', faults: told.error };
  };

const happenedAt = ({ item }: Delivery): Instant => item.triggeredAt ?? item.receivedAt;

/** What is told of one order is recorded one after the other; it mostly comes together. */
const recordPurchase: Use<Parameters<UseCases['recordPurchase']>[1]> = async (command, { useCases, shop, inTurn }) => {
  const answer = await inTurn(`${shop} ${command.orderId}`, () => useCases.recordPurchase(shop, command));
  return answer.outcome === 'skipped' ? skipped(answer.why) : done(answer.outcome);
};

const order = row(async ({ body, shop, ourDiscount }) => readOrder(body, await ourDiscount(shop)), recordPurchase);

const customer = row(
  ({ body }) => readCustomer(body),
  async (snapshot, { useCases, shop }) => done((await useCases.recordCustomer(shop, snapshot)).outcome),
);

const inventoryItem = row(
  ({ body }) => readPayload(inventoryItemPayload, body),
  async ({ id }, { useCases, shop }) => {
    await useCases.recordVariantCost(shop, id);
    return done('cost_recorded');
  },
);

/** The edited order itself comes as `orders/updated`; should that get lost, reconciliation finds the order. */
const orderEdit = row(
  ({ body }) => readPayload(orderEditPayload, body),
  async () => skipped('told_by_orders_updated'),
);

const merge = row(
  ({ body }) => readPayload(mergePayload, body),
  async (told, { useCases, shop }) => {
    if (told.status !== 'completed') return skipped('merge_not_completed');
    const kept = told.admin_graphql_api_customer_kept_id;
    return done((await useCases.mergeCustomers(shop, kept, told.admin_graphql_api_customer_deleted_id)).outcome);
  },
);

const anything: Read<null> = () => ({ ok: true, value: null });

/** What each topic is read as, and which use case it is for. Total: a topic without a row does not compile. */
export const topics: Readonly<Record<Topic, Act>> = {
  'orders/create': order,
  'orders/paid': order,
  'orders/updated': order,
  'orders/cancelled': order,
  'orders/edited': orderEdit,
  'orders/delete': row((delivery) => readDeletedOrder(delivery.body, happenedAt(delivery)), recordPurchase),
  'refunds/create': row(({ body }) => readRefund(body), recordPurchase),
  'customers/create': customer,
  'customers/update': customer,
  'customers/delete': row(
    ({ body }) => readPayload(deletedCustomerPayload, body),
    async ({ id }, { useCases, shop }) => done((await useCases.removeShopifyCustomer(shop, id)).outcome),
  ),
  'customers/merge': merge,
  'customers_email_marketing_consent/update': row(
    ({ body }) => readConsent(body),
    async (told, { useCases, shop }) => {
      const { outcome } = await useCases.recordConsent(shop, told.customer, told.consent);
      return outcome === 'unknown_customer' ? skipped(outcome) : done(outcome);
    },
  ),
  'inventory_items/create': inventoryItem,
  'inventory_items/update': inventoryItem,
  'app/uninstalled': row(anything, async (_, delivery) => {
    const { useCases, shop, item } = delivery;
    return done((await useCases.uninstall(shop, item.triggeredAt)).outcome);
  }),
  'app/scopes_update': row(
    ({ body }) => readPayload(scopesPayload, body),
    async ({ current }, { useCases, shop }) => {
      await useCases.updateScopes(shop, current);
      return done('scopes_updated');
    },
  ),
  'bulk_operations/finish': row(anything, async (_, { useCases, shop }) => {
    await useCases.continueImport(shop);
    return done('import_continued');
  }),
  'customers/data_request': row(
    ({ body, shop }) => readPayload(dataRequestPayload(shop), body),
    async (told, { useCases, shop }) => {
      const { customer: who, orders_requested: orders, data_request: request } = told;
      return done((await useCases.exportCustomer(shop, who.id, orders, request.id)).outcome);
    },
  ),
  'customers/redact': row(
    ({ body, shop }) => readPayload(customerRedactPayload(shop), body),
    async (told, { useCases, shop }) =>
      done((await useCases.eraseCustomer(shop, told.customer.id, told.orders_to_redact)).outcome),
  ),
  'shop/redact': row(
    ({ body, shop }) => readPayload(shopRedactPayload(shop), body),
    async (_, { useCases, shop }) => {
      const { outcome } = await useCases.eraseShop(shop);
      return outcome === 'erased' ? done(outcome) : skipped(outcome);
    },
  ),
};

/** What nobody tells us but we ourselves: orders of the system that a shop used before (decision 0058). */
const own = {
  [PAST_ORDER_TOPIC]: row(({ body }) => readPayload(pastOrderPayload, body), recordPurchase),
} as const;

const byName: ReadonlyMap<string, Act> = new Map(Object.entries({ ...topics, ...own }));

/** The row of a topic; null when Shopify tells of something that we did not ask for. */
export const actOf = (topic: string): Act | null => byName.get(topic) ?? null;
