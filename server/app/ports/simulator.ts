import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Summary } from '../../../shared/domain/simulation/summary.ts';
import type { Asked, Progress } from './simulation-store.ts';

/** Told now and then how far it is; aborting `signal` ends it at once. */
export type Watch = { readonly tell: (progress: Progress) => void; readonly signal: AbortSignal };

/**
 * Runs programs over a shop's own past, away from whoever answers requests. One summary for each program. Throws when
 * it was aborted.
 */
export type Simulator = (shop: ShopId, asked: Asked, watch: Watch) => Promise<readonly Summary[]>;
