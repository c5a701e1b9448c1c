import type { ShopId } from '../../shared/domain/ids.ts';
import { AppError } from '../app/ports/app-error.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { InboxItem, InboxOutcome, InboxStore } from '../app/ports/inbox-store.ts';
import type { Log } from '../app/ports/log.ts';
import { createPump, type Pump } from './pump.ts';

/** Longer than any delivery takes; a process that dies gives its deliveries back after it. */
const LEASE_MS = 60_000;
const WIDTH_MAX = 32;
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 10 * 60_000;
/** With the pauses above about two days: longer than any outage of Shopify so far. */
const TRIES_MAX = 300;

export type InboxPumpDeps = {
  readonly inbox: Pick<InboxStore, 'claim' | 'settle'>;
  readonly act: (shop: ShopId, item: InboxItem) => Promise<InboxOutcome>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** A delivery was acted on; standings may have to be published. */
  readonly acted: () => void;
};

/** Acts on what was filed. Order does not matter: facts converge, so one customer's deliveries may run side by side. */
export function createInboxPump(deps: InboxPumpDeps): Pump {
  const take = async (max: number) => {
    const now = deps.clock.now();
    const items = await deps.inbox.claim(now, now + LEASE_MS, max);
    return items.map((item) => () => actAndSettle(deps, item));
  };
  const settings = { name: 'inbox', widthMax: WIDTH_MAX, idleMs: 250, idleMaxMs: 1000, failedMaxMs: 15_000 };
  return createPump(take, settings, deps.log);
}

async function actAndSettle(deps: InboxPumpDeps, item: InboxItem): Promise<void> {
  const { log } = deps;
  const facts = { shop: item.shop, inboxId: item.id, topic: item.topic };
  const outcome = await deps.act(item.shop, item).catch((error: unknown) => outcomeOf(deps, item, error));
  try {
    const settled = await deps.inbox.settle(item.shop, item, outcome);
    if (settled === 'lost') log.warn('webhook.lease_lost', facts);
    else if (outcome.state === 'failed') log.error('webhook.failed', { ...facts, outcome: outcome.outcome });
    deps.acted();
  } catch {
    // The lease runs out by itself and the delivery is acted on again, which makes no difference.
    log.warn('webhook.unsettled', facts);
  }
}

/**
 * What becomes of a delivery that could not be acted on: again later when the world failed, to the merchant when we
 * did.
 */
function outcomeOf({ clock, log, newId }: InboxPumpDeps, item: InboxItem, error: unknown): InboxOutcome {
  const facts = { shop: item.shop, inboxId: item.id, topic: item.topic, tries: item.tries };
  if (error instanceof AppError && !error.retryable) return { state: 'failed', outcome: error.code };
  const isWorld = error instanceof AppError || isDatabaseFault(error);
  if (isWorld && item.tries < TRIES_MAX) {
    const code = error instanceof AppError ? error.code : 'database_unanswered';
    log.warn('webhook.postponed', { ...facts, code });
    return { state: 'filed', outcome: code, notBeforeAt: clock.now() + retryMs(item.tries) };
  }
  const errorId = newId();
  const where = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error('webhook.crashed', { ...facts, errorId, where: where.slice(0, 8) });
  return { state: 'failed', outcome: `error ${errorId}` };
}

/** 0.5 s, 1 s, 2 s … 10 min. */
export const retryMs = (tries: number): number => Math.min(RETRY_FIRST_MS * 2 ** Math.min(tries, 20), RETRY_MAX_MS);

/** Names of the driver's and mongoose's errors: the adapter's own library stays behind its border. */
const isDatabaseFault = (error: unknown): boolean => error instanceof Error && /^Mongo/.test(error.name);
