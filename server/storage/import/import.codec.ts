import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Import } from '../../app/ports/import-store.ts';

/** `holder` works on it until `leasedUntil`. */
export type ImportDoc = Import & {
  readonly shop: ShopId;
  readonly holder?: string;
  readonly leasedUntil?: Instant;
};

export const decodeImport = (doc: ImportDoc): Import => ({
  kind: doc.kind,
  state: doc.state,
  bulkOperationId: doc.bulkOperationId,
  done: doc.done,
  total: doc.total,
  startedAt: doc.startedAt,
  endedAt: doc.endedAt,
  why: doc.why,
  ...(doc.scope === undefined ? {} : { scope: doc.scope }),
});
