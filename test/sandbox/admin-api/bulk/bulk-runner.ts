import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentNode } from 'graphql';
import type { ShopContext } from '../../world/context.ts';
import type { BulkOperation } from '../../world/things.ts';
import type { Slice } from '../admin-context.ts';
import type { Complain } from '../complaints.ts';
import type { Told } from '../execute.ts';
import { checkBulk } from './check-bulk.ts';
import { groupsOf } from './lines-of.ts';
import type { ResultFiles } from './result-files.ts';

export type BulkRunner = {
  readonly run: (shop: ShopContext, query: string, grouped: boolean) => BulkPayload;
  readonly cancel: (shop: ShopContext, id: number) => BulkOperation | null;
  readonly urlOf: (file: string) => string;
  /** Goes on with what a stop of the sandbox interrupted. */
  readonly resume: (shop: ShopContext) => void;
};

type UserError = { readonly code: string; readonly field: readonly string[] | null; readonly message: string };
export type BulkPayload = {
  readonly bulkOperation: BulkOperation | null;
  readonly userErrors: readonly UserError[];
};

export type BulkDeps = {
  readonly execute: (shop: ShopContext, document: DocumentNode, slice: Slice) => Told;
  readonly files: ResultFiles;
  readonly url: () => string;
  readonly complain: Complain;
  /** At least so long. */
  readonly takesMs: number;
  readonly changed: () => void;
  readonly isStopped: () => boolean;
};

/** Shopify's limit for one app in one shop. */
const AT_ONCE = 5;
const SLICE = 200;

const refused = (code: string, message: string): BulkPayload => ({
  bulkOperation: null,
  userErrors: [{ code, field: ['query'], message }],
});

const isOpen = ({ status }: BulkOperation): boolean => status === 'CREATED' || status === 'RUNNING';

/** Runs queries over everything, slice by slice, into files. */
export function createBulkRunner(deps: BulkDeps): BulkRunner {
  const start = (shop: ShopContext, operation: BulkOperation, document: DocumentNode): void => {
    // Whatever goes wrong ends in the operation's own status.
    void work(deps, shop, operation.id, document, operation.isGrouped);
  };
  return {
    run: (shop, query, isGrouped) => {
      const checked = checkBulk(query);
      if (!checked.ok) {
        deps.complain({ shop: shop.state.facts.domain, kind: 'invalid', message: checked.message, query });
        return refused('INVALID', checked.message);
      }
      const open = [...shop.state.bulkOperations.values()].filter(isOpen).length;
      if (open >= AT_ONCE) return refused('LIMIT_REACHED', `More than ${AT_ONCE} bulk operations at once`);
      const operation = newOperation(shop, query, isGrouped);
      shop.state.bulkOperations.set(operation.id, operation);
      start(shop, operation, checked.document);
      return { bulkOperation: operation, userErrors: [] };
    },
    cancel: (shop, id) => {
      const operation = shop.state.bulkOperations.get(id);
      if (operation === undefined || !isOpen(operation)) return operation ?? null;
      return put(deps, shop, id, { status: 'CANCELED', completedAt: shop.now() });
    },
    urlOf: (file) => `${deps.url()}/bulk-results/${file}`,
    resume: (shop) => {
      for (const operation of [...shop.state.bulkOperations.values()].filter(isOpen)) {
        const checked = checkBulk(operation.query);
        if (checked.ok) start(shop, operation, checked.document);
      }
    },
  };
}

const newOperation = ({ nextId, now }: ShopContext, query: string, isGrouped: boolean): BulkOperation => ({
  id: nextId(),
  query,
  isGrouped,
  status: 'CREATED',
  errorCode: null,
  objectCount: 0,
  rootObjectCount: 0,
  fileSize: null,
  file: null,
  createdAt: now(),
  completedAt: null,
});

function put(deps: BulkDeps, shop: ShopContext, id: number, change: Partial<BulkOperation>): BulkOperation | null {
  const before = shop.state.bulkOperations.get(id);
  if (before === undefined) return null;
  const operation = { ...before, ...change };
  shop.state.bulkOperations.set(id, operation);
  deps.changed();
  return operation;
}

async function work(
  deps: BulkDeps,
  shop: ShopContext,
  id: number,
  document: DocumentNode,
  isGrouped: boolean,
): Promise<void> {
  await pause(deps.takesMs / 2);
  const lines: string[] = [];
  let roots = 0;
  for (let from = 0, isMore = true; isMore; from += SLICE) {
    const operation = shop.state.bulkOperations.get(id);
    if (deps.isStopped() || operation === undefined || !isOpen(operation)) return;
    const told = deps.execute(shop, document, { from, count: SLICE });
    if (told.errors.length > 0 || told.data == null) return finish(deps, shop, id, failure(told));
    const groups = groupsOf(document, told.data);
    lines.push(...written(groups, isGrouped));
    roots += groups.length;
    put(deps, shop, id, { status: 'RUNNING', objectCount: lines.length, rootObjectCount: roots });
    isMore = groups.length >= SLICE;
    await pause(0);
  }
  await pause(deps.takesMs / 2);
  if (!deps.isStopped()) finish(deps, shop, id, resultOf(deps, lines));
}

function written(groups: ReturnType<typeof groupsOf>, isGrouped: boolean): readonly string[] {
  if (isGrouped)
    return groups.flatMap(({ parent, children }) => [parent, ...children].map((row) => JSON.stringify(row)));
  // Ungrouped, Shopify promises no more than that a child comes behind its parent.
  const parents = groups.map(({ parent }) => JSON.stringify(parent));
  return [...parents, ...groups.flatMap(({ children }) => children.map((row) => JSON.stringify(row))).reverse()];
}

const failure = ({ errors }: Told): Partial<BulkOperation> => ({
  status: 'FAILED',
  errorCode: errors.some(({ extensions }) => extensions.code === 'ACCESS_DENIED')
    ? 'ACCESS_DENIED'
    : 'INTERNAL_SERVER_ERROR',
});

/** Without a single object there is no file. */
function resultOf({ files }: BulkDeps, lines: readonly string[]): Partial<BulkOperation> {
  if (lines.length === 0) return { status: 'COMPLETED' };
  const text = `${lines.join('\n')}\n`;
  const file = `${randomUUID()}.jsonl`;
  files.put(file, text);
  return { status: 'COMPLETED', file, fileSize: Buffer.byteLength(text) };
}

function finish(deps: BulkDeps, shop: ShopContext, id: number, change: Partial<BulkOperation>): void {
  if (put(deps, shop, id, { ...change, completedAt: shop.now() }) === null) return;
  shop.emit(shop.now(), [['bulk_operations/finish', { kind: 'bulk_operation', id }]]);
}
