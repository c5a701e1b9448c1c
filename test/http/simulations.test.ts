import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SimulationListView, SimulationView } from '../../shared/contract/simulation.ts';
import type { CustomerId, ProgramId } from '../../shared/domain/ids.ts';
import { anOrder, order } from '../app/builders.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aCustomerForm, aDraft } from './routes.ts';

const SHOP = 'simulated.myshopify.com';
const GRETA = { ...aCustomerForm, firstName: 'Greta', surname: 'Testperson', email: 'greta@example.test' };

let app: TestApp;
let programId: string;
let people: readonly string[];
beforeAll(async () => {
  app = await startTestApp();
  programId = (await post<{ id: string }>('/api/programs', { draft: aDraft })).id;
  await post(`/api/programs/${programId}/publish`, { effectiveAt: null });
  people = await Promise.all(
    [aCustomerForm, GRETA].map(async (form) => (await post<{ id: string }>('/api/customers', form)).id),
  );
});
afterAll(() => app.stop());

async function post<T>(path: string, body: unknown = undefined): Promise<T> {
  const response = await app.as(SHOP).post(path, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const get = async <T>(path: string): Promise<T> => (await (await app.as(SHOP).get(path)).json()) as T;
const asked = (change: object = {}) => ({
  programs: [{ programId, version: 1 }],
  fromDay: '',
  toDay: '',
  ...change,
});

/** Somebody buys for so much, on a day in January. */
async function bought(id: number, who: string | null, amountMinor: number): Promise<void> {
  const { purchases } = app.stores;
  const told = anOrder(id, { processedAt: Date.UTC(2026, 0, id, 12), amountMinor, shopifyCustomerId: null });
  await purchases.record(app.shop(SHOP), order(id), told, []);
  await purchases.attribute(app.shop(SHOP), order(id), who as CustomerId | null, false);
}

const work = () => app.useCases.runNextSimulation(new AbortController().signal);

describe('a simulation over HTTP', () => {
  it('says whether there is any past to run over', async () => {
    expect(await get<SimulationListView>('/api/simulations')).toEqual({ rows: [], hasPast: false });
    for (const [id, who] of [people[0], people[0], people[1], people[1], null].entries()) {
      await bought(id + 1, who ?? null, 60_000);
    }
    expect(await get<SimulationListView>('/api/simulations')).toEqual({ rows: [], hasPast: true });
  });

  it('waits first, and tells after its end what it came to, with the names of today', async () => {
    const begun = await post<SimulationView>('/api/simulations', asked({ fromDay: '2026-01-01', toDay: '2026-01-31' }));
    expect(begun).toMatchObject({
      state: 'waiting',
      programs: [{ programId, version: 1, name: 'Regulars' }],
      fromDay: '2026-01-01',
      toDay: '2026-01-31',
      results: null,
      errorId: null,
    });
    const second = await app.as(SHOP).post('/api/simulations', asked());
    expect([second.status, await second.json()]).toEqual([409, { code: 'simulation_under_way' }]);
    await work();
    const view = await get<SimulationView>(`/api/simulations/${begun.id}`);
    // 600.00 is the first level, 1 %, for each of them with the second purchase.
    expect(view).toMatchObject({ state: 'done', doneBp: 0, marginBp: null, owedCounts: false });
    expect(view.results).toMatchObject([
      { totals: { orders: 4, discountMinor: 1_200 }, nobodys: { orders: 1, amountMinor: 60_000 } },
    ]);
    const names = view.results?.[0]?.gains.top.map(({ name }) => name).toSorted();
    expect(names).toEqual(['Ada Testperson', 'Greta Testperson']);
    expect((await get<SimulationListView>('/api/simulations')).rows).toMatchObject([{ id: begun.id, state: 'done' }]);
  });

  it('names whom somebody was merged into, and nobody who was erased', async () => {
    const { customers, simulations } = app.stores;
    const [ada, greta] = await Promise.all(people.map((id) => customers.find(app.shop(SHOP), id as CustomerId)));
    if (ada == null || greta == null) throw new Error('both are known');
    await customers.change(app.shop(SHOP), ada, { state: 'merged', mergedInto: greta.id });
    const [row] = (await simulations.list(app.shop(SHOP), 1)).map(({ id }) => id);
    const gainers = async () => {
      const { results } = await get<SimulationView>(`/api/simulations/${row}`);
      return results?.[0]?.gains.top.map(({ customerId, name }) => [customerId, name]);
    };
    expect(await gainers()).toEqual([
      [greta.id, 'Greta Testperson'],
      [greta.id, 'Greta Testperson'],
    ]);
    await customers.change(app.shop(SHOP), greta, { state: 'erased' });
    expect(await gainers()).toEqual([
      [null, ''],
      [null, ''],
    ]);
  });

  it('is cancelled, and tells what is wrong with what was asked', async () => {
    const begun = await post<SimulationView>('/api/simulations', asked());
    expect(await post<SimulationView>(`/api/simulations/${begun.id}/cancel`)).toMatchObject({ state: 'cancelled' });
    const answer = async (body: unknown) => {
      const response = await app.as(SHOP).post('/api/simulations', body);
      return [response.status, ((await response.json()) as { readonly code: string }).code];
    };
    expect(await answer(asked({ fromDay: 'soon' }))).toEqual([400, 'faults']);
    expect(await answer(asked({ programs: [] }))).toEqual([400, 'faults']);
    expect(await answer(asked({ programs: Array(3).fill({ programId, version: 1 }) }))).toEqual([400, 'faults']);
    expect(await answer(asked({ programs: [{ programId: 'x' as ProgramId, version: 1 }] }))).toEqual([
      404,
      'unknown_program',
    ]);
  });
});
