import { found } from '../../world/context.ts';
import { gid } from '../../world/gid.ts';
import { findVariant } from '../../world/keep.ts';
import type { ShopState } from '../../world/state.ts';
import type { Customer } from '../../world/things.ts';
import type { Subject, WorldEvent } from '../../world/world-event.ts';
import { consentBody, customerBody } from './customer-body.ts';
import { orderBody } from './order-body.ts';
import { inventoryItemBody, productBody } from './product-body.ts';
import { refundBody } from './refund-body.ts';
import { restTime, restTimeOrNull } from './rest-values.ts';
import { shopBody } from './shop-body.ts';

type SubjectOf<K extends Subject['kind']> = Extract<Subject, { readonly kind: K }>;
type Body = Record<string, unknown>;
type Told<K extends Subject['kind']> = (state: ShopState, subject: SubjectOf<K>, event: WorldEvent) => Body;

const orderIn = (state: ShopState, id: number) => found(state.orders.get(id), `order ${id}`);
const productIn = (state: ShopState, id: number) => found(state.products.get(id), `product ${id}`);

const who = ({ id, email, phone }: Customer) => ({ id, email, phone });
const shopOf = ({ facts }: ShopState) => ({ shop_id: facts.id, shop_domain: facts.domain });

const bodies: { readonly [K in Subject['kind']]: Told<K> } = {
  order: (state, { orderId }) => orderBody(state, orderIn(state, orderId)),
  order_deleted: (_state, { orderId }) => ({ id: orderId }),
  order_edited: (state, subject, { at }) => orderEditBody(state, subject, at),
  refund: (state, { refund }) => refundBody(state.facts, orderIn(state, refund.orderId), refund),
  customer: (state, { customerId }) =>
    customerBody(state, found(state.customers.get(customerId), `customer ${customerId}`)),
  customer_deleted: (_state, { customerId }) => ({
    id: customerId,
    admin_graphql_api_id: gid('Customer', customerId),
    phone: null,
    addresses: [],
    tax_exemptions: [],
    email_marketing_consent: null,
    sms_marketing_consent: null,
  }),
  customers_merged: (_state, { keptId, deletedId, jobId }) => ({
    admin_graphql_api_customer_kept_id: gid('Customer', keptId),
    admin_graphql_api_customer_deleted_id: gid('Customer', deletedId),
    admin_graphql_api_job_id: gid('Job', jobId),
    status: 'completed',
    errors: [],
  }),
  consent: ({ facts }, { customer }) => ({
    customer_id: customer.id,
    email_address: customer.email,
    email_marketing_consent: consentBody(facts, customer),
  }),
  product: (state, { productId }) => productBody(state.facts, productIn(state, productId)),
  product_deleted: (_state, { productId }) => ({ id: productId }),
  inventory_item: (state, { variantId }) => {
    const variant = found(findVariant(state, variantId), `variant ${variantId}`);
    return inventoryItemBody(state.facts, productIn(state, variant.productId), variant);
  },
  shop: ({ facts }) => shopBody(facts),
  scopes: ({ facts }, { previous, current }, { at }) => ({
    id: facts.id,
    shop_id: gid('Shop', facts.id),
    previous,
    current,
    updated_at: restTime(at, facts),
  }),
  bulk_operation: (state, { id }) => {
    const operation = found(state.bulkOperations.get(id), `bulk operation ${id}`);
    return {
      admin_graphql_api_id: gid('BulkOperation', id),
      completed_at: restTimeOrNull(operation.completedAt, state.facts),
      created_at: restTime(operation.createdAt, state.facts),
      error_code: operation.errorCode?.toLowerCase() ?? null,
      status: operation.status.toLowerCase(),
      type: 'query',
    };
  },
  data_request: (state, { requestId, customer, orders }) => ({
    ...shopOf(state),
    orders_requested: orders,
    customer: who(customer),
    data_request: { id: requestId },
  }),
  customer_redact: (state, { customer, orders }) => ({
    ...shopOf(state),
    customer: who(customer),
    orders_to_redact: orders,
  }),
  shop_redact: (state) => shopOf(state),
};

function orderEditBody(state: ShopState, edit: SubjectOf<'order_edited'>, at: number): Body {
  return {
    order_edit: {
      id: edit.editId,
      app_id: 580111,
      created_at: restTime(at, state.facts),
      notify_customer: false,
      order_id: edit.orderId,
      staff_note: edit.note,
      user_id: null,
      shop_id: state.facts.id,
      line_items: { additions: edit.additions, removals: edit.removals },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}

/** The body of an event's webhook as things stand now; asked when it happens, since later they stand otherwise. */
export function eventBody(state: ShopState, event: WorldEvent): Body {
  const { subject } = event;
  const tell = bodies[subject.kind] as Told<Subject['kind']>;
  return tell(state, subject as never, event);
}
