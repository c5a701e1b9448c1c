import { describe, expect, it } from '@jest/globals';
import { aProgram, customer } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { SHOP, setUp, type World } from '../set-up.ts';
import { aPerson } from './people.ts';

const enter = ({ useCases }: World, change = {}) => useCases.enterCustomer(SHOP, aPerson(change));
const known = ({ stores }: World, id = 1) => stores.customers.find(SHOP, customer(id));

/** A shop that gives everyone 3 %, and one customer. */
async function withCustomer(): Promise<World> {
  const world = await setUp();
  await aProgram(world, { mechanic: 'fixed', fixedPercent: '3', levels: [] });
  await enter(world);
  return world;
}

describe('entering a customer', () => {
  it('needs no Shopify account, and what everyone is owed counts from the start', async () => {
    const world = await withCustomer();
    expect(await known(world)).toMatchObject({ state: 'entered', surname: 'Testperson', shopifyCustomerIds: [] });
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ discountBp: 300 });
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({ cause: { kind: 'entered' } });
  });

  it('takes somebody of whom only the card is known, to be completed', async () => {
    const world = await setUp();
    const nobody = { firstName: null, surname: ' ', email: '', phone: null, language: null };
    expect(await enter(world, nobody)).toMatchObject({
      ok: true,
      value: { state: 'check', surname: null, email: null },
    });
  });

  it('tells every fault at once, each at its field', async () => {
    const world = await setUp();
    const wrong = { email: 'ada', phone: 'call me', birthDate: '1990-02-30', language: 'English' };
    const refused = await enter(world, wrong);
    const faults = refused.ok ? [] : refused.error.faults.map(({ path, code }) => `${path} ${code}`);
    expect(faults.sort()).toEqual([
      'birthDate day_unreadable',
      'email email_unreadable',
      'language language_unreadable',
      'phone phone_unreadable',
    ]);
    expect(await world.stores.customers.count(SHOP, ['entered', 'check'])).toBe(0);
  });

  it('takes two people of one name for two, one after the other or at once', async () => {
    const world = await withCustomer();
    await Promise.all([enter(world), enter(world)]);
    expect(await world.stores.customers.count(SHOP, ['entered'])).toBe(3);
  });

  it('leaves a whole customer wherever the process dies; what was not worked out yet a rebuild works out', async () => {
    for (let writes = 1; writes <= 5; writes += 1) {
      const world = await setUp();
      await aProgram(world, { mechanic: 'fixed', fixedPercent: '3', levels: [] });
      world.cutter.dieAfter(writes);
      await enter(world).catch(() => undefined);
      world.cutter.revive();
      await world.useCases.rebuildStandings(SHOP);
      expect(await known(world)).toMatchObject({ state: 'entered', email: 'ada@example.test' });
      expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ discountBp: 300 });
    }
  });
});

describe('correcting a customer', () => {
  const correct = ({ useCases }: World, revision: number, change = {}) =>
    useCases.correctCustomer(SHOP, customer(1), revision, aPerson(change));

  it('writes what was typed, and asks for completion when something is missing again', async () => {
    const world = await withCustomer();
    expect(await correct(world, 0, { surname: 'Otherperson' })).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await known(world)).toMatchObject({ surname: 'Otherperson', state: 'entered' });
    await correct(world, 1, { email: null });
    expect(await known(world)).toMatchObject({ state: 'check' });
  });

  it('tells the slower of two at once, and whoever saves twice, that it was changed meanwhile', async () => {
    const world = await withCustomer();
    const answers = await Promise.all([correct(world, 0, { phone: '+420 123 456 789' }), correct(world, 0)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await correct(world, 0)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } });
  });

  it('knows nobody by a wrong id, and refuses faults', async () => {
    const world = await withCustomer();
    const nobody = await world.useCases.correctCustomer(SHOP, customer(9), 0, aPerson());
    expect(nobody).toEqual({ ok: false, error: { code: 'unknown_customer' } });
    expect(await correct(world, 0, { email: '@' })).toMatchObject({ error: { code: 'faults' } });
  });

  it('is one write: it is there or it is not', async () => {
    const world = await withCustomer();
    world.cutter.dieAfter(1);
    await expect(correct(world, 0, { surname: 'Otherperson' })).rejects.toThrow();
    world.cutter.revive();
    expect(await known(world)).toMatchObject({ surname: 'Otherperson', revision: 1 });
  });
});

describe('archiving a customer', () => {
  const archive = ({ useCases }: World, archived: boolean, id = 1) =>
    useCases.archiveCustomer(SHOP, customer(id), archived);

  it('ends the contact, keeps the discount, and takes the contact up again', async () => {
    const world = await withCustomer();
    expect(await archive(world, true)).toMatchObject({ ok: true, value: { state: 'archived' } });
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ discountBp: 300 });
    expect(await archive(world, false)).toMatchObject({ ok: true, value: { state: 'entered' } });
  });

  it('is no error twice, nor at once', async () => {
    const world = await withCustomer();
    const answers = await Promise.all([archive(world, true), archive(world, true)]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await known(world)).toMatchObject({ state: 'archived', revision: 1 });
    expect(await archive(world, true, 9)).toEqual({ ok: false, error: { code: 'unknown_customer' } });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withCustomer, act: (world) => archive(world, true) })).toBe(1);
  });
});
