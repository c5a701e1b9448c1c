import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProgramCheckView, ProgramView } from '../../shared/contract/program.ts';
import type { ProgramDraft } from '../../shared/domain/program/draft.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aDraft, inSteps } from '../support/builders/a-draft.ts';
import { settings } from './routes.ts';

const SHOP = 'checked.myshopify.com';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const floor = (floorOn: boolean) =>
  app.as(SHOP).send('PUT', '/api/settings', { ...settings, floorOn, marginPercent: '5' });

async function check(said: Partial<ProgramDraft>) {
  const response = await app.as(SHOP).post('/api/programs/check', { draft: aDraft(said) });
  const { faults, warnings } = (await response.json()) as ProgramCheckView;
  const told = (all: ProgramCheckView['faults']) => all.map(({ path, code }) => `${path} ${code}`);
  return { faults: told(faults), warnings: told(warnings) };
}

describe('a draft beside the floor of the shop', () => {
  it('may not give goods for nothing while the floor is on, neither checked nor published', async () => {
    const everything = { mechanic: 'fixed', fixedPercent: '100' } as const;
    await floor(true);
    expect(await check(everything)).toEqual({ faults: ['fixedPercent discount_under_floor'], warnings: [] });
    const made = await app.as(SHOP).post('/api/programs', { draft: aDraft(everything) });
    const { id } = (await made.json()) as ProgramView;
    const publish = () => app.as(SHOP).post(`/api/programs/${id}/publish`, { effectiveAt: null });
    const refused = await publish();
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { code: 'faults', faults: [{ path: 'fixedPercent', code: 'discount_under_floor', facts: { marginBp: 500 } }] },
    ]);
    await floor(false);
    expect(await check(everything)).toEqual({ faults: [], warnings: [] });
    expect((await publish()).status).toBe(200);
  });

  it('is warned of what the floor cuts or few ever reach, which hinders nothing', async () => {
    await floor(true);
    expect(await check({ mechanic: 'fixed', fixedPercent: '60' })).toEqual({
      faults: [],
      warnings: ['fixedPercent floor_cuts_discount'],
    });
    const slow = inSteps({ window: 'calendar_year', stepPercent: '0.01', decay: 'start', decayDays: '1' });
    expect(await check(slow)).toEqual({
      faults: [],
      warnings: ['capPercent hardly_reached', 'decayDays pause_of_a_day'],
    });
    expect(await check({})).toEqual({ faults: [], warnings: [] });
    expect(await check({ name: '', mechanic: 'fixed', fixedPercent: '60' })).toEqual({
      faults: ['name program_name_missing'],
      warnings: ['fixedPercent floor_cuts_discount'],
    });
  });
});
