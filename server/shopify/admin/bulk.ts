import { type ProductId, parseShopifyId, type ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { BulkOperation, ReadVariantCost, ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import type { AskAdmin } from './ask-admin.ts';
import { bulkCostsDocument } from './bulk-costs.document.ts';
import { bulkCustomersDocument } from './bulk-customers.document.ts';
import { bulkOperationDocument } from './bulk-operation.document.ts';
import { bulkOrdersDocument } from './bulk-orders.document.ts';
import { costLine, costOf } from './cost-line.ts';
import { customerBody } from './customer-body.ts';
import { customerLine } from './customer-selection.ts';
import type { FetchOrder } from './fetch-order.ts';
import { numericId } from './numeric-id.ts';
import { orderBody } from './order-body.ts';
import { orderHead, orderLine } from './order-selection.ts';
import { type Group, readGroups } from './read-groups.ts';
import { runBulkDocument } from './run-bulk.document.ts';
import { assertDone } from './user-errors.ts';

type Bulk = Pick<ShopifyAdmin, 'startBulk' | 'bulkOperation' | 'readBulk' | 'readBulkCosts'>;

const STATES: Readonly<Record<string, BulkOperation['state']>> = {
  CREATED: 'running',
  RUNNING: 'running',
  COMPLETED: 'completed',
};

const QUERIES = {
  customers: bulkCustomersDocument.text,
  orders: bulkOrdersDocument.text,
  costs: bulkCostsDocument.text,
};
/** Somebody else's operations are in the way; they end. */
const PASSING = ['LIMIT_REACHED', 'OPERATION_IN_PROGRESS'];

/** The past of a shop: Shopify writes it into a file, we read the file as it comes. */
export function createBulk(askAdmin: AskAdmin, fetchOrder: FetchOrder): Bulk {
  return {
    startBulk: async (shop, kind) => {
      const { bulkOperationRunQuery: run } = await askAdmin(shop, runBulkDocument, { query: QUERIES[kind] });
      assertDone('RunBulk', run.userErrors, PASSING);
      if (run.bulkOperation === null) throw new AppError('shopify_refused', false, 'RunBulk: nothing started');
      return run.bulkOperation.id;
    },
    bulkOperation: async (shop, id) => {
      const { bulkOperation: told } = await askAdmin(shop, bulkOperationDocument, { id });
      if (told === null) return { id, state: 'failed', objects: 0, url: null, why: 'unknown to Shopify' };
      const state = STATES[told.status] ?? 'failed';
      const why = state === 'failed' ? (told.errorCode ?? told.status) : null;
      return { id, state, objects: Number(told.objectCount), url: told.url, why };
    },
    readBulk: async function* (shop, kind, url) {
      for await (const group of readGroups(url)) {
        const body = kind === 'customers' ? customerOf(group) : await orderOf(fetchOrder, shop, group);
        if (body !== null) yield { id: numericId(group.id), body };
      }
    },
    readBulkCosts: async function* (_, url) {
      for await (const group of readGroups(url)) yield variantCostOf(group);
    },
  };
}

const unreadable = (id: string) => new AppError('shopify_refused', false, `bulk result: ${id} is unreadable`);

function customerOf({ id, parent }: Group): string {
  const read = customerLine.safeParse(parent);
  if (!read.success) throw unreadable(id);
  return customerBody(read.data);
}

function variantCostOf({ id, parent }: Group): ReadVariantCost {
  const read = costLine.safeParse(parent);
  if (!read.success) throw unreadable(id);
  const { product, inventoryItem, written } = read.data;
  const cost = inventoryItem.unitCost ?? null;
  return {
    variantId: numericId(id),
    productId: parseShopifyId<ProductId>(product.id),
    costMinor: cost === null ? null : costOf(cost),
    isGiftCard: product.isGiftCard,
    written: written == null ? null : { value: written.value, mark: written.compareDigest },
  };
}

/** A bulk result has no lines of refunds; an order with refunds is asked for whole. */
async function orderOf(fetchOrder: FetchOrder, shop: ShopId, { id, parent, children }: Group): Promise<string | null> {
  const head = orderHead.safeParse(parent);
  const lines = orderLine.array().safeParse(children);
  if (!head.success || !lines.success) throw unreadable(id);
  return head.data.refunds.length > 0 ? fetchOrder(shop, id) : orderBody(head.data, lines.data, []);
}
