import type { ShopId, SimulationId } from '../../../shared/domain/ids.ts';
import type { SimulationStore } from '../../app/ports/simulation-store.ts';
import { isDuplicateKey, type TenantCollection } from '../tenant-collection.ts';
import { decodeSimulation, encodeSimulation, type SimulationDoc } from './simulation.codec.ts';

type Simulations = TenantCollection<SimulationDoc>;

const WHOLE = { projection: { _id: 0 } } as const;
const WITHOUT_RESULT = { projection: { _id: 0, result: 0 } } as const;
/** What only those have that wait or run. */
const CLOSED = { isOpen: 1, dueAt: 1, holder: 1 } as const;

export function createMongoSimulationStore(simulations: Simulations): SimulationStore {
  const held = async (shop: ShopId, id: SimulationId, holder: string, update: object) => {
    const { matched } = await simulations.updateOne(shop, { simulationId: id, isOpen: true, holder }, update as never);
    return matched > 0 ? 'kept' : 'lost';
  };
  return {
    create: async (shop, simulation) => {
      try {
        await simulations.insert(shop, encodeSimulation(simulation));
        return 'created';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return 'under_way';
      }
    },
    find: async (shop, simulationId) => {
      const doc = await simulations.findOne(shop, { simulationId }, WHOLE);
      return doc === null ? null : decodeSimulation(doc);
    },
    list: async (shop, limit) => {
      const sort = { createdAt: -1, simulationId: -1 } as const;
      return (await simulations.find(shop, {}, { ...WITHOUT_RESULT, sort, limit }).toArray()).map(decodeSimulation);
    },
    claim: async (now, { holder, until }) => {
      // Workers serve all shops, the one that waits longest first.
      const doc = await simulations.acrossShops.findOneAndUpdate(
        { isOpen: true, dueAt: { $lte: now } },
        { $set: { state: 'running', holder, dueAt: until }, $inc: { tries: 1 } } as never,
        { ...WITHOUT_RESULT, sort: { dueAt: 1 }, returnDocument: 'after' },
      );
      return doc === null ? null : { shop: doc.shop, simulation: decodeSimulation(doc) };
    },
    progress: (shop, id, { holder, until }, progress) => held(shop, id, holder, { $set: { progress, dueAt: until } }),
    giveBack: (shop, id, { holder, until }) =>
      held(shop, id, holder, { $set: { state: 'waiting', dueAt: until }, $unset: { holder: 1 } }),
    end: (shop, id, holder, endedAt, ending) =>
      held(shop, id, holder, { $set: { ...ending, endedAt }, $unset: CLOSED }),
    cancel: async (shop, simulationId, endedAt) => {
      const update = { $set: { state: 'cancelled', endedAt }, $unset: CLOSED } as never;
      const { matched } = await simulations.updateOne(shop, { simulationId, isOpen: true }, update);
      if (matched > 0) return 'cancelled';
      return (await simulations.findOne(shop, { simulationId }, { projection: { state: 1 } }))?.state ?? null;
    },
    dropOld: async (shop, skip) => {
      const sort = { createdAt: -1, simulationId: -1 } as const;
      const old = await simulations.find(shop, {}, { sort, skip, projection: { simulationId: 1 } }).toArray();
      if (old.length === 0) return 0;
      const ids = old.map(({ simulationId }) => simulationId);
      return simulations.deleteMany(shop, { simulationId: { $in: ids }, isOpen: { $ne: true } });
    },
    forgetCustomer: async (shop, customerId) => {
      const [of, to] = ['result.gains.top.customerId', 'result.$[].gains.top.$[gainer].customerId'];
      const arrayFilters = [{ 'gainer.customerId': customerId }];
      const filter = { [of]: customerId };
      return (await simulations.updateMany(shop, filter, { $set: { [to]: null } } as never, { arrayFilters })).modified;
    },
  };
}
