import { setTimeout as pause } from 'node:timers/promises';
import type { InboxId, ShopId } from '../../../shared/domain/ids.ts';
import { eachOf } from '../../app/each-of.ts';
import type { InboxItem, InboxStore } from '../../app/ports/inbox-store.ts';

const LOOK_MS = 500;
const AT_ONCE = 16;
/** With fewer than these waiting in the shop, each of ours is looked at. */
const FEW = 200;
/** So long nothing may move before we say that nobody is at work: an import is acted on many times a second. */
const STILL_MS = 60_000;

/** `still`: nobody works on the inbox, and everything lies in it until somebody does. `stopped`: nobody waits. */
export type Counted =
  | { readonly outcome: 'counted'; readonly failed: readonly InboxItem[] }
  | { readonly outcome: 'still' }
  | { readonly outcome: 'stopped' };

export type Waiting = {
  readonly inbox: InboxStore;
  readonly now: () => number;
  readonly isStopped: () => boolean;
  readonly shop: ShopId;
  /** How many deliveries of the shop wait still. */
  readonly tell: (waiting: number) => void;
};

/** Waits until the Regulars that runs has acted on all of these; answers those that came to nothing. */
export async function untilCounted(waits: Waiting, ids: readonly InboxId[]): Promise<Counted> {
  const { inbox, now, isStopped, shop, tell } = waits;
  const failed: InboxItem[] = [];
  let left = ids;
  let [least, movedAt] = [Number.POSITIVE_INFINITY, now()];
  while (left.length > 0) {
    const { filed, leased } = await inbox.counts(shop);
    const waiting = filed + leased;
    if (waiting < least) [least, movedAt] = [waiting, now()];
    if (waiting < FEW) left = await stillWaiting(inbox, shop, left, failed);
    if (left.length === 0) break;
    if (isStopped()) return { outcome: 'stopped' };
    if (now() - movedAt > STILL_MS) return { outcome: 'still' };
    tell(waiting);
    await pause(LOOK_MS);
  }
  return { outcome: 'counted', failed };
}

async function stillWaiting(inbox: InboxStore, shop: ShopId, ids: readonly InboxId[], failed: InboxItem[]) {
  const waiting: InboxId[] = [];
  await eachOf(ids, AT_ONCE, async (id) => {
    const item = await inbox.find(shop, id);
    if (item?.state === 'filed' || item?.state === 'leased') waiting.push(id);
    else if (item !== null && item.state !== 'done') failed.push(item);
  });
  return waiting;
}
