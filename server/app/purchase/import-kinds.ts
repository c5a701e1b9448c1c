import type { Import, ImportKind } from '../ports/import-store.ts';

/** In the order in which they are looked after and shown: costs are many small calls, so nobody waits for them. */
export const IMPORT_KINDS: readonly ImportKind[] = ['customers', 'orders', 'costs'];

export const byKind = (imports: readonly Import[]): readonly Import[] =>
  [...imports].sort((a, b) => IMPORT_KINDS.indexOf(a.kind) - IMPORT_KINDS.indexOf(b.kind));
