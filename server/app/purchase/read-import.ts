import type { ShopId } from '../../../shared/domain/ids.ts';
import { eachOf } from '../each-of.ts';
import { AppError } from '../ports/app-error.ts';
import type { FiledKind, Import } from '../ports/import-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

/** Renewed with every chunk; a process that dies gives the import to the next one after it. */
export const IMPORT_LEASE_MS = 2 * 60_000;
const CHUNK = 200;
const AT_ONCE = 16;
/** An import takes at most every second turn or so of the inbox; deliveries that come meanwhile do not wait for it. */
const PER_SECOND = 300;

/** What act-on-delivery knows the bodies by. */
const TOPIC: Readonly<Record<FiledKind, string>> = { customers: 'customers/update', orders: 'orders/updated' };

export type FiledImport = Import & { readonly kind: FiledKind };

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'nudgeInbox'>;
type Line = { readonly id: string; readonly body: string };
type From = { readonly url: string; readonly holder: string };

/**
 * Files the lines of a finished bulk operation as deliveries, spread over the time they will take. Their keys name the
 * operation, so reading it again files only what was not filed yet. Answers how many lines there were.
 */
export function createReadImport(deps: Deps): (shop: ShopId, item: FiledImport, from: From) => Promise<number> {
  const { stores, admin, clock } = deps;
  return async (shop, item, { url, holder }) => {
    const startedAt = clock.now();
    let done = 0;
    let chunk: Line[] = [];
    const fileChunk = async (): Promise<void> => {
      await fileLines(deps, shop, item, { lines: chunk, startedAt, from: done });
      done += chunk.length;
      chunk = [];
      const now = clock.now();
      if (!(await stores.imports.lease(shop, item.kind, holder, now, now + IMPORT_LEASE_MS)))
        throw new AppError('import_taken_over', true);
      await stores.imports.put(shop, { ...item, done, total: Math.max(item.total ?? 0, done) });
      deps.nudgeInbox();
    };
    for await (const line of admin.readBulk(shop, item.kind, url)) {
      chunk.push(line);
      if (chunk.length === CHUNK) await fileChunk();
    }
    if (chunk.length > 0) await fileChunk();
    return done;
  };
}

type Chunk = { readonly lines: readonly Line[]; readonly startedAt: number; readonly from: number };

async function fileLines(
  { stores, clock }: Deps,
  shop: ShopId,
  { kind, bulkOperationId }: FiledImport,
  { lines, startedAt, from }: Chunk,
): Promise<void> {
  const numbered = lines.map((line, i) => ({
    ...line,
    // The key outlives the body, and a customer may ask to be forgotten: theirs is the place in the file, not their id.
    key: kind === 'customers' ? `line ${from + i}` : line.id,
    notBeforeAt: startedAt + Math.floor((1000 * (from + i)) / PER_SECOND),
  }));
  await eachOf(numbered, AT_ONCE, async ({ key, body, notBeforeAt }) => {
    await stores.inbox.file(shop, {
      webhookId: `imported:${bulkOperationId}:${key}`,
      topic: TOPIC[kind],
      apiVersion: '',
      triggeredAt: null,
      receivedAt: clock.now(),
      notBeforeAt,
      body,
    });
  });
}
