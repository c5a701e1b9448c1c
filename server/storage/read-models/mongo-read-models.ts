import type { CustomerId } from '../../../shared/domain/ids.ts';
import type { CustomerFigures, ReadModels } from '../../app/ports/read-models.ts';
import { DERIVE, decodeRow, encodeFigures } from '../customer/customer.codec.ts';
import { gatheredWrites } from '../gathered.ts';
import { literal } from '../literal.ts';
import { decodeStoredPurchase } from '../purchase/purchase.codec.ts';
import { createDirectory } from './directory.ts';
import { createHome, type HomeDeps } from './home.ts';

/** Only over figures that are not newer. */
function puttingFigures(customerId: CustomerId, figures: CustomerFigures) {
  const { sequence, asOf } = figures;
  const isNotNewer = [{ sequence: { $lt: sequence } }, { sequence, asOf: { $lte: asOf } }];
  return { filter: { customerId, $or: isNotNewer }, update: [{ $set: literal(encodeFigures(figures)) }, DERIVE] };
}

/** Queries made for one screen each. */
export function createMongoReadModels(deps: HomeDeps): ReadModels {
  const { customers, purchases } = deps;
  const putFiguresMany: ReadModels['putFiguresMany'] = async (shop, many) => {
    const updates = many.map(({ customerId, figures }) => ({ ...puttingFigures(customerId, figures), upsert: false }));
    await customers.updateEach(shop, updates);
  };
  const putGathered = gatheredWrites(async (shop, many: Parameters<typeof putFiguresMany>[1]) => {
    await putFiguresMany(shop, many);
    return many.map(() => undefined);
  });
  return {
    ...createHome(deps),
    customers: createDirectory(customers),
    row: async (shop, id) => {
      const doc = await customers.findOne(shop, { customerId: id });
      return doc === null ? null : decodeRow(doc);
    },
    putFigures: (shop, customerId, figures) => putGathered(shop, { customerId, figures }),
    putFiguresMany,
    purchasesOf: async (shop, id, before, max) => {
      const sort = { 'snapshot.processedAt': -1, orderId: -1 } as const;
      const page = (stretch: object, limit: number) =>
        limit <= 0 ? [] : purchases.find(shop, { customerId: id, ...stretch }, { sort, limit }).toArray();
      if (before === null) {
        return (await page({ 'snapshot.processedAt': { $gte: 0 } }, max)).map(decodeStoredPurchase);
      }
      const { processedAt, orderId } = before;
      const same = await page({ 'snapshot.processedAt': processedAt, orderId: { $lt: orderId } }, max);
      const further = await page({ 'snapshot.processedAt': { $gte: 0, $lt: processedAt } }, max - same.length);
      return [...same, ...further].map(decodeStoredPurchase);
    },
  };
}
