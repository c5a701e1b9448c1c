import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CardListView, CustomerView } from '../../shared/contract/api.ts';
import type { DrawFile, DrawView } from '../../shared/contract/draw.ts';
import type { TillCardView } from '../../shared/contract/till.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { root } from '../tidy/project-files.ts';
import { aDrawDraft } from './routes.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'draws.myshopify.com';

const folder = mkdtempSync(join(tmpdir(), 'regulars-draw-'));
let app: TestApp;
let seeded: Seeded;
let draw: DrawView;
beforeAll(async () => {
  app = await startTestApp();
  seeded = await seedShop(app, SHOP);
  await app.as(SHOP).post(`/api/cards/${seeded.card}/link`, { customerId: seeded.customer });
  draw = await post<DrawView>('/api/draws', { draft: aDrawDraft });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

async function post<T>(path: string, body: unknown = undefined): Promise<T> {
  const response = await app.as(SHOP).post(path, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const everybodys = (file = '') => fetch(`${app.url}/draws/${SHOP}/${draw.id}${file}`);
const drawFile = async () => (await (await everybodys('/draw.json')).json()) as DrawFile;

/** The verifier as a process of its own. */
function verify(file: object) {
  const path = join(folder, 'draw.json');
  writeFileSync(path, JSON.stringify(file));
  const script = join(root, 'test', 'scripts', 'verify-draw.ts');
  const run = spawnSync(process.execPath, [script, path], { cwd: root, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('a draw from its opening to its end', () => {
  it('shows everybody its terms and the commitment, and nobody the seed', async () => {
    const page = await (await everybodys()).text();
    expect(page).toContain('Spring draw');
    expect(page).toContain(draw.commitment);
    expect(await drawFile()).toMatchObject({ commitment: draw.commitment, seed: null, lots: null, winners: null });
    expect(draw.seed).toBeNull();
    expect(verify(await drawFile())).toMatchObject({ code: 0 });
  });

  it('is drawn once it has closed, names the winner to the merchant and only the lot to everybody', async () => {
    expect((await app.as(SHOP).post(`/api/draws/${draw.id}/draw`, undefined)).status).toBe(409);
    app.skip(draw.closesAt + 60_000 - app.clock.now());
    await app.useCases.closeDraws(app.shop(SHOP));
    const drawn = await post<DrawView>(`/api/draws/${draw.id}/draw`);
    expect(drawn).toMatchObject({
      state: 'drawn',
      lots: 1,
      winners: [{ prize: 'Bicycle', customerId: seeded.customer }],
    });
    const page = await (await everybodys()).text();
    expect(page).toContain(drawn.winners[0]?.lot);
    expect(page).toContain(drawn.seed);
    for (const secret of ['Testperson', seeded.customer, seeded.card]) {
      expect(page + JSON.stringify(await drawFile())).not.toContain(secret);
    }
  });

  it('can be done over again by anybody, and shows when something was touched', async () => {
    const file = await drawFile();
    expect(verify(file)).toMatchObject({ code: 0, err: '' });
    expect(verify({ ...file, seed: '00'.repeat(32) }).code).toBe(1);
    expect(verify({ ...file, lots: [] }).code).toBe(1);
    expect(verify({ ...file, seed: 'nothing' })).toMatchObject({ code: 2, out: '' });
  });

  it('says on the winner’s page what was won, and hands it over at the till to the winner’s card alone', async () => {
    const { cards } = (await (await app.as(SHOP).get('/api/cards')).json()) as CardListView;
    const stranger = cards.find(({ number }) => number !== seeded.card)?.number;
    const winner = async () =>
      (await (await app.as(SHOP).get(`/api/customers/${seeded.customer}`)).json()) as CustomerView;
    const lot = (await winner()).draws[0]?.lots[0];
    expect((await winner()).draws[0]).toMatchObject({ name: 'Spring draw', won: [{ lot, handedOverAt: null }] });
    const till = async () => (await (await app.as(SHOP).get(`/ext/cards/${seeded.card}`)).json()) as TillCardView;
    expect((await till()).prizes).toEqual([{ drawId: draw.id, draw: 'Spring draw', prize: 'Bicycle', lot }]);
    const other = await app.as(SHOP).post(`/ext/cards/${stranger}/prize`, { drawId: draw.id, lot });
    expect([other.status, await other.json()]).toEqual([404, { code: 'unknown_lot' }]);
    await post(`/api/cards/${seeded.card}/block`, { blocked: true, note: '' });
    expect((await till()).prizes).toEqual([]);
    await post(`/api/cards/${seeded.card}/block`, { blocked: false, note: '' });
    const given = await post<TillCardView>(`/ext/cards/${seeded.card}/prize`, { drawId: draw.id, lot });
    expect(given.prizes).toEqual([]);
    expect((await app.as(SHOP).post(`/ext/cards/${seeded.card}/prize`, { drawId: draw.id, lot })).status).toBe(404);
    expect((await winner()).draws[0]?.won[0]?.handedOverAt).toBeGreaterThanOrEqual(draw.closesAt + 60_000);
  });
});
