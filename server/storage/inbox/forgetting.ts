import type { InboxStore } from '../../app/ports/inbox-store.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import type { InboxDoc } from './inbox-item.codec.ts';
import { speaksOfPattern } from './speaks-of.ts';

const AT_ONCE = 1000;
const gone = { $set: { body: null }, $unset: { bodyAt: true as const } };
const onceSettled = { $set: { isForgotten: true as const } };
const skipped = {
  $set: { body: null, state: 'skipped' as const, outcome: 'customer_forgotten' },
  $unset: { bodyAt: true as const, dueAt: true as const },
};

/** What waits is skipped, what is settled loses its body, what is under way loses it when settled; in that order a
 * delivery that moves on meanwhile is caught by a later step. */
const steps = [
  { which: { state: 'filed' as const }, update: skipped },
  { which: { state: 'leased' as const }, update: onceSettled },
  { which: { state: 'filed' as const }, update: skipped },
  { which: { dueAt: { $exists: false } }, update: gone },
];

/**
 * How bodies go. Whom a body speaks of is not known when it is filed (it is not even read then), so the shop's kept
 * bodies are searched, by an index that holds nothing else: at most a month of one shop, a few times a year.
 */
export function createForgetting(
  inbox: TenantCollection<InboxDoc>,
): Pick<InboxStore, 'forgetBodies' | 'forgetCustomer'> {
  return {
    forgetBodies: async (before) => {
      let count = 0;
      for (const shop of await inbox.acrossShops.distinct('shop')) {
        const old = { bodyAt: { $lt: before }, dueAt: { $exists: false } };
        count += (await inbox.updateMany(shop, old, gone)).modified;
      }
      return count;
    },
    forgetCustomer: async (shop, shopifyCustomerId) => {
      const speaks = { bodyAt: { $gte: 0 }, body: { $regex: speaksOfPattern(shopifyCustomerId) } };
      const found = await inbox.find(shop, speaks, { projection: { _id: 1 } }).toArray();
      for (let from = 0; from < found.length; from += AT_ONCE) {
        const _id = { $in: found.slice(from, from + AT_ONCE).map((doc) => doc._id) };
        for (const { which, update } of steps) await inbox.updateMany(shop, { _id, ...which }, update);
      }
      return found.length;
    },
  };
}
