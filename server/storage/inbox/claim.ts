import { randomUUID } from 'node:crypto';
import type { InboxItem, InboxStore } from '../../app/ports/inbox-store.ts';
import { LIGHTLY } from '../lightly.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { decodeInboxItem, type InboxDoc } from './inbox-item.codec.ts';

const TRIES_MAX = 4;

/**
 * Leases what is due, of any shop, with three calls however many there are: look, mark those that nobody else has
 * marked since, read the marked. Workers that look at the same moment share what they saw; who got nothing looks again.
 * A lease that a failover loses is taken once more, and acting twice makes no difference.
 */
export function createClaim(inbox: TenantCollection<InboxDoc>): InboxStore['claim'] {
  const all = inbox.acrossShops;
  const claimSome = async (
    now: number,
    leaseUntil: number,
    max: number,
  ): Promise<readonly InboxItem[] | 'nothing_due'> => {
    const due = { dueAt: { $lte: now } };
    const seen = await all.find(due, { sort: { dueAt: 1 }, limit: max, projection: { _id: 1 } }).toArray();
    if (seen.length === 0) return 'nothing_due';
    const ids = { $in: seen.map(({ _id }) => _id) };
    const lease = randomUUID();
    const mark = { $set: { state: 'leased' as const, dueAt: leaseUntil, lease }, $inc: { tries: 1 } };
    const { modifiedCount } = await all.updateMany({ _id: ids, ...due }, mark, LIGHTLY);
    if (modifiedCount === 0) return [];
    const leased = await all.find({ _id: ids, lease }).toArray();
    return leased.map(decodeInboxItem).sort((a, b) => a.notBeforeAt - b.notBeforeAt);
  };
  return async (now, leaseUntil, max) => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const items = await claimSome(now, leaseUntil, max);
      if (items === 'nothing_due') return [];
      if (items.length > 0) return items;
    }
    return [];
  };
}
