import type { Simulation, SimulationStore } from '../../../server/app/ports/simulation-store.ts';
import type { Instant, ShopId, SimulationId } from '../../../shared/domain/ids.ts';
import { by, type Tables, update } from './tables.ts';

/** `held`: who works on it, and when somebody may take it. */
type Row = { readonly simulation: Simulation; readonly holder: string | null; readonly dueAt: Instant };

const isOpen = ({ simulation: { endedAt } }: Row): boolean => endedAt === null;

export function createInMemorySimulationStore({ make }: Tables): SimulationStore {
  const table = make<Row>();
  const newestFirst = (shop: ShopId) => [...table.all(shop)].sort(by((row) => -row.simulation.createdAt));
  const held = (shop: ShopId, id: SimulationId, holder: string, change: (row: Row) => Row) =>
    update(table, shop, id, (row) => (isOpen(row) && row.holder === holder ? change(row) : null)) ? 'kept' : 'lost';
  const plain = (row: Row): Simulation => ({ ...row.simulation, result: null });
  return {
    create: async (shop, simulation) => {
      if (table.all(shop).some(isOpen)) return 'under_way';
      table.set(shop, simulation.id, { simulation, holder: null, dueAt: simulation.createdAt });
      return 'created';
    },
    find: async (shop, id) => table.get(shop, id)?.simulation ?? null,
    list: async (shop, max) => newestFirst(shop).slice(0, max).map(plain),
    claim: async (now, { holder, until }) => {
      const due = table.everywhere().filter(([, row]) => isOpen(row) && row.dueAt <= now);
      const [found] = due.sort(by(([, row]) => row.dueAt));
      if (found === undefined) return null;
      const [shop, { simulation: seen }] = found;
      const simulation: Simulation = { ...seen, state: 'running', tries: seen.tries + 1 };
      table.set(shop, seen.id, { simulation, holder, dueAt: until });
      return { shop, simulation };
    },
    progress: async (shop, id, { holder, until }, progress) =>
      held(shop, id, holder, (row) => ({ ...row, dueAt: until, simulation: { ...row.simulation, progress } })),
    giveBack: async (shop, id, { holder, until }) =>
      held(shop, id, holder, ({ simulation }) => {
        return { simulation: { ...simulation, state: 'waiting' }, holder: null, dueAt: until };
      }),
    end: async (shop, id, holder, endedAt, ending) =>
      held(shop, id, holder, (row) => ({ ...row, simulation: { ...row.simulation, ...ending, endedAt } })),
    cancel: async (shop, id, endedAt) => {
      update(table, shop, id, (row) =>
        isOpen(row) ? { ...row, simulation: { ...row.simulation, state: 'cancelled' as const, endedAt } } : null,
      );
      return table.get(shop, id)?.simulation.state ?? null;
    },
    dropOld: async (shop, kept) => {
      const old = newestFirst(shop)
        .slice(kept)
        .filter((row) => !isOpen(row));
      for (const { simulation } of old) table.remove(shop, simulation.id);
      return old.length;
    },
    forgetCustomer: async (shop, customerId) => {
      const naming = table.all(shop).filter((row) => JSON.stringify(row.simulation.result).includes(`"${customerId}"`));
      for (const { simulation, ...row } of naming) {
        const result = (simulation.result ?? []).map((one) => {
          const top = one.gains.top.map((g) => (g.customerId === customerId ? { ...g, customerId: null } : g));
          return { ...one, gains: { ...one.gains, top } };
        });
        table.set(shop, simulation.id, { ...row, simulation: { ...simulation, result } });
      }
      return naming.length;
    },
  };
}
