import { randomUUID } from 'node:crypto';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { CodeStore, CodeWork } from '../../app/ports/code-store.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import type { RewardCodeDoc } from './reward-code.codec.ts';

/** A lease that a failover loses is taken once more, and doing it twice does the same. */
const CLAIM_TRIES = 3;
/** So many that wait are looked at for those of which the same is to be done. */
const LOOK_AT = 4;

const isLike = (a: RewardCodeDoc, b: RewardCodeDoc): boolean =>
  a.kind === b.kind && a.state === b.state && a.creationId === b.creationId;

/** Takes what waits longest, and of the same shop what waits with it. */
export function createClaimCodes(codes: TenantCollection<RewardCodeDoc>): CodeStore['claim'] {
  const claimOf = async (shop: ShopId, now: number, leaseUntil: number, max: number): Promise<CodeWork | null> => {
    const due = { dueAt: { $lte: now } };
    const found = await codes.find(shop, due, { sort: { dueAt: 1 }, limit: max * LOOK_AT }).toArray();
    const [first] = found;
    if (first === undefined) return null;
    const lease = randomUUID();
    const like = found.filter((doc) => isLike(doc, first)).slice(0, max);
    const mine = { code: { $in: like.map(({ code }) => code) } };
    const update = { $set: { dueAt: leaseUntil, lease }, $inc: { tries: 1 } };
    await codes.updateMany(shop, { ...mine, ...due, state: first.state }, update);
    const leased = await codes.find(shop, { ...mine, lease }).toArray();
    return leased.length === 0 ? null : workOf(leased);
  };
  return async (now, leaseUntil, max) => {
    for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
      const query = { dueAt: { $lte: now } };
      const first = await codes.acrossShops.findOne(query, { sort: { dueAt: 1 }, projection: { shop: 1 } });
      if (first === null) return null;
      const work = await claimOf(first.shop, now, leaseUntil, max);
      // Another worker was quicker with all of them: look who waits longest now.
      if (work !== null) return work;
    }
    return null;
  };
}

function workOf(leased: readonly RewardCodeDoc[]): CodeWork {
  const { shop, programId, gives, state, creationId } = leased[0] as RewardCodeDoc;
  return {
    shop,
    programId,
    gives,
    state: state as CodeWork['state'],
    creationId: creationId ?? null,
    codes: leased.map((doc) => ({ code: doc.code, redeemCodeId: doc.redeemCodeId ?? null, tries: doc.tries })),
  };
}
