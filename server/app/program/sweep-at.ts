import type { Instant } from '../../../shared/domain/ids.ts';

/** The sweep begins after the change it is asked for before (decision 0038). */
const AHEAD_MS = 2000;

export const sweepAt = (now: Instant): Instant => now + AHEAD_MS;
