import { describe, expect, it } from '@jest/globals';
import { programSchema } from '../../server/files/program/program-file.ts';
import { readProgram } from '../../server/files/program/read-program.ts';
import type { Mechanic, Membership, Window } from '../../shared/domain/program/program.ts';
import { projectFiles, readProjectFile } from '../tidy/project-files.ts';

const EXAMPLES = projectFiles().filter((file) => file.startsWith('test/fixtures/programs/'));
const FIVE = { name: 'Five', currency: 'EUR', timeZone: 'Europe/Berlin', mechanic: { kind: 'fixed', percent: '5' } };

const read = (said: object) => readProgram({ ...FIVE, ...said });

/** The faults of a program, each as its path and what is said of it. */
const faults = (said: object) => {
  const found = read(said);
  return found.ok ? [] : found.error.faults.map(({ path, code, facts }) => ({ path, code, facts }));
};

const pathsOf = (said: object) => faults(said).map(({ path }) => path);

describe('the public format of a program', () => {
  it('is described by the schema that is kept', () => {
    const kept: unknown = JSON.parse(readProjectFile('shared/contract/program-1.schema.json'));
    expect(programSchema()).toEqual(kept);
  });

  it('knows every mechanic that the core knows', () => {
    const samples: Readonly<Record<Mechanic['kind'], object>> = {
      fixed: { kind: 'fixed', percent: '5' },
      levels: { kind: 'levels', levels: [{ fromSpent: '500.00', percent: '1' }] },
      nth_item: { kind: 'nth_item', items: 10, percent: '10' },
      marks: { kind: 'marks', products: ['1', '2'], rewards: [{ marks: 2, percent: '3', gift: '9' }] },
      step_up: { kind: 'step_up', startPercent: '0', stepPercent: '1', capPercent: '10' },
    };
    for (const [kind, mechanic] of Object.entries(samples)) {
      expect(read({ mechanic })).toMatchObject({ ok: true, value: { program: { mechanic: { kind } } } });
    }
  });

  it('knows every window and every membership that the core knows', () => {
    const windows: Readonly<Record<Window['kind'], object>> = {
      lifetime: {},
      calendar_year: {},
      card_year: {},
      rolling_days: { days: 30 },
      rolling_months: { months: 6 },
    };
    const memberships: Readonly<Record<Membership['kind'], object>> = { everyone: {}, card: { from: '0' } };
    const membership = { kind: 'card', ...memberships.card };
    for (const [kind, said] of Object.entries(windows)) {
      const window = { kind, ...said };
      expect(read({ membership, window })).toMatchObject({ ok: true, value: { program: { window } } });
    }
    for (const [kind, said] of Object.entries(memberships)) {
      expect(read({ membership: { kind, ...said } })).toMatchObject({ value: { program: { membership: { kind } } } });
    }
  });

  it.each(EXAMPLES)('reads the example %s', (file) => {
    expect(readProgram(JSON.parse(readProjectFile(file)))).toMatchObject({ ok: true });
  });

  it('means what the wizard would have been told', () => {
    const example: unknown = JSON.parse(readProjectFile('test/fixtures/programs/year-by-year.json'));
    expect(readProgram(example)).toEqual({
      ok: true,
      value: {
        marginBp: 500,
        program: {
          name: 'Year by year',
          currency: 'EUR',
          timeZone: 'Europe/Berlin',
          membership: { kind: 'card', fromMinor: 0, earlier: 'count' },
          window: { kind: 'calendar_year' },
          mechanic: {
            kind: 'levels',
            levels: [
              { name: 'Level 1', fromSpentMinor: 100_000, fromPurchases: 10, discountBp: 300 },
              { name: 'Level 2', fromSpentMinor: 300_000, fromPurchases: 20, discountBp: 700 },
            ],
            reachedBy: 'any',
            afterRefund: 'stays',
            holds: 'next_window',
          },
        },
      },
    });
  });

  it('takes the defaults of the rules where nothing is said', () => {
    expect(read({ mechanic: { kind: 'levels', levels: [{ fromSpent: '1', percent: '1' }] } })).toMatchObject({
      value: {
        marginBp: null,
        program: {
          membership: { kind: 'everyone' },
          window: { kind: 'lifetime' },
          mechanic: { reachedBy: 'any', afterRefund: 'follows', holds: 'window' },
        },
      },
    });
  });

  it('knows which goods a program is about, by whatever the orders call them', () => {
    const scopeOf = (scope: object) => {
      const found = read({ scope });
      return found.ok ? found.value.program.scope : null;
    };
    expect(scopeOf({ products: ['8001', 'oil'], excluded: ['8002'] })).toEqual({
      kind: 'products',
      products: ['8001', 'oil'],
      excluded: ['8002'],
    });
    expect(scopeOf({ excluded: ['8002'] })).toEqual({ kind: 'all', excluded: ['8002'] });
    expect(scopeOf({})).toBeUndefined();
    expect(pathsOf({ scope: { products: [] } })).toEqual(['scope.products']);
    expect(pathsOf({ scope: { products: ['1'], excluded: ['1'] } })).toEqual(['scope.excluded']);
    expect(pathsOf({ scope: { products: [8001] } })).toEqual(['scope.products.0']);
  });

  it('knows what becomes of rewards that nobody uses', () => {
    const unusedOf = (said: object) => {
      const found = read({ mechanic: { kind: 'nth_item', items: 10, percent: '10', ...said } });
      return found.ok && found.value.program.mechanic.kind === 'nth_item' ? found.value.program.mechanic.unused : null;
    };
    expect(unusedOf({})).toBeUndefined();
    expect([unusedOf({ unused: 'never' }), unusedOf({ unused: { days: 30 } })]).toEqual(['never', { days: 30 }]);
    const card = { kind: 'marks', products: ['1', '2'], rewards: [{ marks: 2, percent: '3' }], unused: { days: 0 } };
    expect(pathsOf({ mechanic: card })).toEqual(['mechanic.unused.days']);
    expect(faults({ mechanic: { ...card, unused: 'soon' } })).toMatchObject([
      { path: 'mechanic.unused', facts: { why: expect.stringContaining('"never"') } },
    ]);
  });

  it('knows where a program holds, by whatever the orders call their locations', () => {
    const whereOf = (where: object) => {
      const found = read({ where });
      return found.ok ? found.value.program.where : null;
    };
    expect(whereOf({ channels: ['till'], locations: ['Main street'] })).toEqual({
      channels: ['till'],
      locations: ['Main street'],
    });
    expect([whereOf({ channels: ['web'] }), whereOf({})]).toEqual([{ channels: ['web'], locations: [] }, undefined]);
    expect(pathsOf({ where: { channels: ['web'], locations: ['61'] } })).toEqual(['where.locations']);
    expect(pathsOf({ where: { channels: ['fair'] } })).toEqual(['where.channels.0']);
  });

  it('knows that notes are kept on cards, and only on cards', () => {
    const card = { kind: 'card', from: '0' };
    const notes = { label: 'Record' };
    expect(read({ membership: card, notes })).toMatchObject({ value: { program: { notes } } });
    expect(pathsOf({ notes })).toEqual(['notes']);
    expect(pathsOf({ membership: card, notes: { label: '' } })).toEqual(['notes.label']);
  });

  it('refuses a mechanic it does not know in words that name those it does', () => {
    const [fault] = faults({ mechanic: { kind: 'raffle' } });
    expect(fault).toMatchObject({
      path: 'mechanic.kind',
      facts: { why: expect.stringContaining('"fixed", "levels", "nth_item", "step_up" or "marks"') },
    });
  });

  it('names the path of every fault in the file', () => {
    const falling = [
      { fromSpent: '500.00', percent: '2' },
      { fromSpent: '400.00', percent: '1' },
    ];
    expect(pathsOf({ mechanic: { kind: 'levels', levels: falling } })).toEqual([
      'mechanic.levels.1.fromSpent',
      'mechanic.levels.1.percent',
    ]);
    expect(pathsOf({ mechanic: { kind: 'fixed', percent: '0' } })).toEqual(['mechanic.percent']);
    expect(pathsOf({ mechanic: { kind: 'fixed', percent: 5 } })).toEqual(['mechanic.percent']);
    expect(pathsOf({ membership: { kind: 'card', from: '1.005' } })).toEqual(['membership.from']);
    expect(pathsOf({ window: { kind: 'rolling_days', days: 0 } })).toEqual(['window.days']);
    expect(pathsOf({ window: { kind: 'card_year' } })).toEqual(['window.kind']);
    expect(pathsOf({ timeZone: 'Europe/Nowhere' })).toEqual(['timeZone']);
    expect(pathsOf({ currency: 'euro' })).toEqual(['currency']);
    expect(pathsOf({ $schema: 'program-2.schema.json' })).toEqual(['$schema']);
    expect(pathsOf({ mechanism: {} })).toEqual(['']);
  });
});
