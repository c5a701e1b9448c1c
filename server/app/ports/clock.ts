import type { Instant } from '../../../shared/domain/ids.ts';

/** The only source of now. */
export type Clock = { readonly now: () => Instant };
