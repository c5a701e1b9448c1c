import type { ShopId } from '../../../shared/domain/ids.ts';
import type { InboxItem, InboxOutcome, InboxStore } from '../../app/ports/inbox-store.ts';
import { gatheredWrites } from '../gathered.ts';
import { LIGHTLY } from '../lightly.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import type { InboxDoc } from './inbox-item.codec.ts';

type Settling = { readonly item: Pick<InboxItem, 'id' | 'tries'>; readonly outcome: InboxOutcome };

function settled(outcome: InboxOutcome) {
  const faults = outcome.state === 'refused' ? outcome.faults : [];
  const text = outcome.state === 'refused' ? null : outcome.outcome;
  const set = { state: outcome.state, faults, outcome: text };
  if (outcome.state !== 'filed') return { $set: set, $unset: { dueAt: true as const, lease: true as const } };
  const { notBeforeAt } = outcome;
  return { $set: { ...set, notBeforeAt, dueAt: notBeforeAt }, $unset: { lease: true as const } };
}

/** The row of a lease that was not lost. */
const leased = ({ id, tries }: Settling['item']) => ({ _id: id, state: 'leased' as const, tries });

/** Ends leases: those of one moment together, and one by one where somebody has lost theirs. */
export function createSettle(inbox: TenantCollection<InboxDoc>): InboxStore['settle'] {
  // How many fitted is all that is told of many; where one did not, each is looked at by itself.
  const settleEach = gatheredWrites(async (shop, many: readonly Settling[]) => {
    const updates = many.map(({ item, outcome }) => ({
      filter: { ...leased(item), isForgotten: { $exists: false } },
      update: settled(outcome),
      upsert: false,
    }));
    const { matched } = await inbox.updateEach(shop, updates, LIGHTLY);
    return many.map(() => matched === many.length);
  });
  const isSettled = async (shop: ShopId, { id, tries }: Settling['item'], outcome: InboxOutcome): Promise<boolean> => {
    const { state, outcome: text } = settled(outcome).$set;
    return (await inbox.findOne(shop, { _id: id, tries, state, outcome: text }, { projection: { _id: 1 } })) !== null;
  };
  const settleForgotten: InboxStore['settle'] = async (shop, item, outcome) => {
    const update = settled(outcome);
    const isOver = outcome.state !== 'filed';
    const forgetting = isOver
      ? { $set: { ...update.$set, body: null }, $unset: { ...update.$unset, bodyAt: true as const } }
      : update;
    return (await inbox.updateOne(shop, leased(item), forgetting)).matched > 0 ? 'settled' : 'lost';
  };
  return async (shop, item, outcome) => {
    if (await settleEach(shop, { item, outcome })) return 'settled';
    return (await isSettled(shop, item, outcome)) ? 'settled' : settleForgotten(shop, item, outcome);
  };
}
