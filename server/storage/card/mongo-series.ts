import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { CardStore } from '../../app/ports/card-store.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { type CardDoc, decodeSeries, encodeCard, encodeSeries, type SeriesDoc } from './card.codec.ts';

const BATCH = 5000;

type SeriesPart = Pick<CardStore, 'emit' | 'createSeries' | 'listSeries' | 'findSeries' | 'issuedBySeries'>;

/** The part of the cards that is about whole series: making them, emitting them, counting them. */
export function createMongoSeries(cards: TenantCollection<CardDoc>, series: TenantCollection<SeriesDoc>): SeriesPart {
  const emit: CardStore['emit'] = async (shop, emitted) => {
    let count = 0;
    for (let from = 0; from < emitted.length; from += BATCH) {
      const batch = emitted.slice(from, from + BATCH);
      const fresh = await cards.insertNew(shop, batch.map(encodeCard));
      const bySeries = new Map<SeriesId, number>();
      for (const i of fresh) {
        const id = (batch[i] as Card).seriesId;
        bySeries.set(id, (bySeries.get(id) ?? 0) + 1);
      }
      for (const [seriesId, more] of bySeries) await series.updateOne(shop, { seriesId }, { $inc: { emitted: more } });
      count += fresh.length;
    }
    return count;
  };
  return {
    emit,
    createSeries: async (shop, made) => {
      await retryDuplicate(() => series.replaceOne(shop, { seriesId: made.id }, encodeSeries(made)));
    },
    // A shop has some dozens of series: sorting them needs no index.
    listSeries: async (shop) =>
      (await series.find(shop, {}, { sort: { createdAt: 1, seriesId: 1 } }).toArray()).map(decodeSeries),
    findSeries: async (shop, id) => {
      const doc = await series.findOne(shop, { seriesId: id });
      return doc === null ? null : decodeSeries(doc);
    },
    issuedBySeries: async (shop) => {
      const ids = await series.find(shop, {}, { projection: { _id: 0, seriesId: 1 } }).toArray();
      const counted = ids.map(async ({ seriesId }): Promise<[SeriesId, number]> => {
        return [seriesId, await cards.count(shop, { seriesId, state: 'issued' })];
      });
      return new Map((await Promise.all(counted)).filter(([, count]) => count > 0));
    },
  };
}
