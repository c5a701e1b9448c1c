import type { InboxOutcome } from '../server/app/ports/inbox-store.ts';

export const done = (outcome: string): InboxOutcome => ({ state: 'done', outcome });
export const skipped = (why: string): InboxOutcome => ({ state: 'skipped', outcome: why });
