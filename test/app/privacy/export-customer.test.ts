import { describe, expect, it } from '@jest/globals';
import { order, shopper } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import type { World } from '../set-up.ts';
import { NOW } from '../set-up.ts';
import { knownPerson } from './known-person.ts';

const ask = ({ useCases, shop }: World, id = 9001, request = 'request-1') =>
  useCases.exportCustomer(shop, shopper(id), [order(1)], request);
const filesOf = async ({ stores, shop }: World) => stores.privacyFiles.list(shop);
const read = async ({ stores, shop }: World, request = 'request-1') =>
  JSON.parse((await stores.privacyFiles.read(shop, request)) ?? 'null');

describe('telling a customer what is known of them', () => {
  it('puts everything into one file: details, consent, cards, purchases, standing and journal', async () => {
    const { world, card } = await knownPerson();
    expect(await ask(world)).toEqual({ outcome: 'exported' });
    const told = await read(world);
    expect(told.records[0].customer).toMatchObject({
      firstName: 'Zdenka',
      email: 'zdenka@example.test',
      emailConsent: { state: 'subscribed', at: '2026-06-06T10:00:00.000Z' },
    });
    expect(told.records[0].cards.map((each: { number: string }) => each.number)).toContain(card);
    expect(told.records[0].purchases.length).toBe(3);
    expect(told.records[0].figures).toMatchObject({ spentMinor: 75_000 });
    expect(JSON.stringify(told.records[0].journal)).toContain('Asked for by her sister');
    expect(told.ordersAskedFor).toMatchObject([{ orderId: '1' }]);
    expect(told.amounts).toContain('EUR');
  });

  it('names no staff', async () => {
    const { world } = await knownPerson();
    await ask(world);
    expect(await world.stores.privacyFiles.read(world.shop, 'request-1')).not.toContain('staff-1');
  });

  it('asked twice, or twice at once, has one file; another request has its own', async () => {
    const { world } = await knownPerson();
    await Promise.all([ask(world), ask(world)]);
    await ask(world);
    expect(await filesOf(world)).toMatchObject([{ requestId: 'request-1', madeAt: NOW }]);
    await ask(world, 9001, 'request-2');
    expect((await filesOf(world)).length).toBe(2);
  });

  it('answers with a file too when nothing is known', async () => {
    const { world } = await knownPerson();
    expect(await ask(world, 5)).toEqual({ outcome: 'nothing_known' });
    expect(await read(world)).toMatchObject({ records: [] });
  });

  it('finds them by the id of one who was merged into them', async () => {
    const { world } = await knownPerson();
    expect(await ask(world, 9002)).toEqual({ outcome: 'exported' });
    expect((await read(world)).records[0].customer).toMatchObject({ firstName: 'Zdenka' });
  });

  it('changes nothing else', async () => {
    const prepare = async () => (await knownPerson()).world;
    expect(await cutShort({ prepare, act: (world) => ask(world) })).toBe(0);
  });
});
