import type { Card, CardState } from '../../../shared/domain/instrument/card.ts';
import type { CardStore } from '../../app/ports/card-store.ts';
import { groupBy } from '../group-by.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { type CardDoc, decodeCard, encodeCard, type SeriesDoc } from './card.codec.ts';
import { createMongoSeries } from './mongo-series.ts';

const ALL: readonly CardState[] = ['emitted', 'issued', 'replaced', 'blocked', 'expired'];

export function createMongoCardStore(cards: TenantCollection<CardDoc>, series: TenantCollection<SeriesDoc>): CardStore {
  // The states are always named, so that each is one stretch of the index and the stretches come merged by number.
  const list: CardStore['list'] = async (shop, { seriesId, programId, states, after, max }) => {
    const query = {
      ...(seriesId === null ? {} : { seriesId }),
      ...(programId === null ? {} : { programId }),
      state: { $in: [...(states.length === 0 ? ALL : states)] },
      ...(after === null ? {} : { number: { $gt: after } }),
    };
    const docs = await cards.find(shop, query, { sort: { number: 1 }, limit: max + 1 }).toArray();
    const page = docs.slice(0, max).map(decodeCard);
    return { cards: page, nextAfter: docs.length > max ? (page.at(-1)?.number ?? null) : null };
  };
  const change: CardStore['change'] = async (shop, seen, fields, event) => {
    const { history: _history, revision: _revision, ...changed } = encodeCard({ ...seen, ...fields });
    const optional = ['customerId', 'issuedAt', 'issuedBy', 'replacedBy', 'expiresAt', 'endsAt'] as const;
    const gone = optional.filter((name) => changed[name] === undefined);
    const { matched } = await cards.updateOne(
      shop,
      { number: seen.number, revision: seen.revision },
      {
        $set: changed,
        $push: { history: event },
        $inc: { revision: 1 },
        ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((name) => [name, true as const])) } : {}),
      },
    );
    return matched > 0 ? 'changed' : 'stale';
  };
  return {
    ...createMongoSeries(cards, series),
    list,
    change,
    find: async (shop, number) => {
      const doc = await cards.findOne(shop, { number });
      return doc === null ? null : decodeCard(doc);
    },
    ofCustomer: async (shop, customerId) =>
      (await cards.find(shop, { customerId }, { sort: { number: 1 } }).toArray()).map(decodeCard),
    ofCustomers: async (shop, { from, to }) => {
      const sort = { customerId: 1, number: 1 } as const;
      const docs = await cards.find(shop, { customerId: { $gte: from, $lte: to } }, { sort }).toArray();
      return groupBy(docs.map(decodeCard), ({ customerId }) => customerId);
    },
    givenBy: async (shop, orderId) => {
      const doc = await cards.findOne(shop, { issuedBy: orderId }, { sort: { number: 1 } });
      return doc === null ? null : decodeCard(doc);
    },
    forgetHolder: async (shop, customerId, event) =>
      (await cards.updateMany(shop, { customerId }, withoutHolder(event))).modified,
    due: async (shop, now, max) =>
      (await cards.find(shop, { endsAt: { $lte: now } }, { sort: { endsAt: 1 }, limit: max }).toArray()).map(
        decodeCard,
      ),
  };
}

/** In one write per card, so that whoever changes the card meanwhile either comes before or finds a stale revision. */
function withoutHolder(event: Card['history'][number]): readonly object[] {
  const past = { $mergeObjects: ['$$past', { customerId: null, note: '' }] };
  const isIssued = { $eq: ['$state', 'issued'] };
  const history = [{ $map: { input: '$history', as: 'past', in: past } }, { $literal: [event] }];
  const changed = {
    endsAt: { $cond: [isIssued, '$$REMOVE', '$endsAt'] },
    state: { $cond: [isIssued, 'blocked', '$state'] },
    history: { $concatArrays: history },
    revision: { $add: ['$revision', 1] },
  };
  return [{ $set: changed }, { $unset: ['customerId', 'issuedAt', 'issuedBy'] }];
}
