import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerView, HomeView, SettingsForm, SettingsView } from '../../shared/contract/api.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aCustomerForm, aDraft } from './routes.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'admin.myshopify.com';

let app: TestApp;
let known: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  known = await seedShop(app, SHOP);
});
afterAll(() => app.stop());

const read = async <T>(path: string): Promise<T> => (await (await app.as(SHOP).get(path)).json()) as T;

describe('programs', () => {
  it('a check names the faults beside the fields, and shows no example', async () => {
    const draft = {
      ...aDraft,
      name: '',
      levels: [{ name: 'A', fromSpent: 'much', fromPurchases: '', percent: '101' }],
    };
    const answer = await (await app.as(SHOP).post('/api/programs/check', { draft })).json();
    expect(answer).toMatchObject({ example: [] });
    const { faults } = answer as { faults: readonly { path: string }[] };
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'levels.0.fromSpent', 'levels.0.percent']),
    );
  });

  it('a check of a sound draft works the example out', async () => {
    const answer = await (await app.as(SHOP).post('/api/programs/check', { draft: aDraft })).json();
    const { faults, example } = answer as { faults: unknown[]; example: { discountBpAfter: number }[] };
    expect(faults).toEqual([]);
    expect(example.length).toBeGreaterThan(1);
    expect(example.at(-1)?.discountBpAfter).toBeGreaterThan(0);
  });

  it('a published program goes back into the form as it was typed', async () => {
    const program = await read<ProgramView>(`/api/programs/${known.program}`);
    expect(program).toMatchObject({ state: 'published', lastVersion: 1, mechanic: 'levels' });
    expect(program.draft).toMatchObject({ ...aDraft, levels: aDraft.levels });
    const again = await app.as(SHOP).post('/api/programs/check', { draft: program.draft });
    expect(((await again.json()) as { faults: unknown[] }).faults).toEqual([]);
  });

  it('half-done work is kept as it was typed', async () => {
    const half = { ...aDraft, name: 'Half', levels: [{ name: '', fromSpent: '12,', fromPurchases: '', percent: '' }] };
    const made = (await (await app.as(SHOP).post('/api/programs', { draft: half })).json()) as ProgramView;
    expect((await read<ProgramView>(`/api/programs/${made.id}`)).draft).toEqual(half);
    const refused = await app.as(SHOP).post(`/api/programs/${made.id}/publish`, { effectiveAt: null });
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'faults' }]);
  });
});

describe('customers', () => {
  it('a change that somebody else overtook is refused, and nothing is lost', async () => {
    const view = await read<CustomerView>(`/api/customers/${known.customer}`);
    const put = (surname: string) =>
      app.as(SHOP).send('PUT', `/api/customers/${known.customer}`, {
        revision: view.revision,
        details: { ...aCustomerForm, surname },
      });
    expect((await put('First')).status).toBe(200);
    const late = await put('Second');
    expect([late.status, await late.json()]).toEqual([409, { code: 'changed_meanwhile' }]);
    expect((await read<CustomerView>(`/api/customers/${known.customer}`)).details.surname).toBe('First');
  });

  it('a level given by hand stands in the journal with who gave it', async () => {
    const level = { programId: known.program, discountBp: 700, note: 'opened the shop with us' };
    const given = (await (
      await app.as(SHOP).post(`/api/customers/${known.customer}/level`, level)
    ).json()) as CustomerView;
    expect(given.standings[0]?.standing).toMatchObject({ givenBp: 700, discountBp: 700 });
    const journal = await read<{ entries: unknown[]; programNames: Record<string, string> }>(
      `/api/customers/${known.customer}/journal`,
    );
    expect(journal.entries[0]).toMatchObject({ by: '42', cause: { kind: 'level_given', discountBp: 700 } });
    expect(journal.programNames[known.program]).toBe('Regulars');
  });

  it('an archived one leaves the list of active ones', async () => {
    const one = (await (await app.as(SHOP).post('/api/customers', aCustomerForm)).json()) as CustomerView;
    await app.as(SHOP).post(`/api/customers/${one.id}/archive`, { archived: true });
    const ids = (list: { rows: readonly { id: string }[] }) => list.rows.map(({ id }) => id);
    expect(ids(await read('/api/customers?states=entered,check'))).not.toContain(one.id);
    expect(ids(await read('/api/customers?states=archived'))).toContain(one.id);
  });
});

describe('settings and home', () => {
  it('a margin is typed as a percentage', async () => {
    const form = { ...formOf(await read<SettingsView>('/api/settings')), floorOn: true, marginPercent: '7.5' };
    expect((await app.as(SHOP).send('PUT', '/api/settings', form)).status).toBe(200);
    expect(await read('/api/settings')).toMatchObject(form);
    const wrong = await app.as(SHOP).send('PUT', '/api/settings', { ...form, marginPercent: 'lots' });
    const fault = { path: 'marginPercent', code: 'percent_unreadable' };
    expect([wrong.status, await wrong.json()]).toEqual([400, { code: 'faults', faults: [fault] }]);
  });

  it('a margin may be more than the cost itself, and no more than ten times the cost', async () => {
    const form = { ...formOf(await read<SettingsView>('/api/settings')), marginPercent: '1000' };
    expect((await app.as(SHOP).send('PUT', '/api/settings', form)).status).toBe(200);
    const wrong = await app.as(SHOP).send('PUT', '/api/settings', { ...form, marginPercent: '1000.01' });
    const fault = { path: 'marginPercent', code: 'margin_out_of_range', facts: { maxBp: 100_000 } };
    expect([wrong.status, await wrong.json()]).toEqual([400, { code: 'faults', faults: [fault] }]);
  });

  it('the guide knows what was done', async () => {
    const home = await read<HomeView>('/api/home');
    const done = Object.fromEntries(home.guide.map((step) => [step.step, step.done]));
    expect(done).toMatchObject({ publish_program: true, emit_cards: true, first_purchase: false });
    expect(home.attention).not.toContainEqual({ kind: 'discount_missing' });
  });
});

const formOf = ({ floorOn, marginPercent, discountMessage, language }: SettingsView): SettingsForm => ({
  floorOn,
  marginPercent,
  discountMessage,
  language,
  owedCounts: true,
});
