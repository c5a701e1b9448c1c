import type { ShopId } from '../../shared/domain/ids.ts';
import type { Summary } from '../../shared/domain/simulation/summary.ts';
import type { Asked, Progress } from '../app/ports/simulation-store.ts';

/** What a thread is given to do. */
export type Task = { readonly uri: string; readonly shop: ShopId; readonly asked: Asked };

/** What it says: how far it is, and at last what came of it. `code`, `retryable`: as an AppError has them. */
export type Said =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: readonly Summary[] }
  | { readonly kind: 'failed'; readonly code: string; readonly retryable: boolean; readonly stack: string };
