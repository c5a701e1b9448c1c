import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Agent } from 'supertest';
import type { DrawView } from '../../shared/contract/draw.ts';
import { dayOf } from '../../shared/domain/calendar/day.ts';
import { aDraft, aDrawDraft } from '../http/routes.ts';
import { type Seeded, seedShop } from '../http/seed-shop.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type OpenPages, openPages, SHOP } from './open-pages.ts';

let app: TestApp;
let seeded: Seeded;
let pages: OpenPages;
let cashier: Agent;
let cake: number;

beforeAll(async () => {
  app = await startTestApp();
  seeded = await seedShop(app, SHOP);
});
afterAll(() => app.stop());
beforeEach(() => {
  pages = openPages({ appUrl: app.url });
  cashier = request.agent(pages.app);
  cake = pages.shop.addProduct({ title: 'Cake', variants: [{ priceMinor: 19_999 }] }).variants[0]?.id ?? 0;
});

const screen = async () => (await cashier.get(`${pages.root}till`).expect(200)).text;
const act = async (deed: string, form: object = {}) => {
  await cashier.post(`${pages.root}till/${deed}`).type('form').send(form).expect(303);
  return screen();
};
const paid = (text: string) => /data-total>([^<]+)</.exec(text)?.[1];

describe('The till', () => {
  it('adds goods with a press, takes them off, and is paid in cash', async () => {
    await act('add', { variant: cake });
    await act('add', { variant: cake });
    expect(paid(await act('less', { variant: cake }))).toBe('€199.99');
    expect(await act('pay')).toContain('Paid: <span data-total>€199.99');
    expect(pages.shop.orders()).toMatchObject([
      { sourceName: 'pos', customerId: null, locationId: pages.shop.facts().locations[0]?.id, noteAttributes: [] },
    ]);
  });

  it('hands a blank card over, then takes the discount of its holder off each line', async () => {
    await act('add', { variant: cake });
    expect(await act('scan', { number: seeded.card })).toContain('A blank card of');
    const given = await act('hand-over', {
      firstName: 'Eva',
      surname: '<i>Klein</i>',
      phone: '',
      email: '',
      birthDate: '',
    });
    expect(given).toContain('is handed over to Eva &lt;i&gt;Klein&lt;/i&gt;');
    const card = (await (await app.as(SHOP).get(`/ext/cards/${seeded.card}`)).json()) as { customerId: string };
    const level = { programId: seeded.program, discountBp: 300, note: '' };
    expect((await app.as(SHOP).post(`/api/customers/${card.customerId}/level`, level)).status).toBe(200);
    const scanned = await act('scan', { number: seeded.card });
    expect(paid(scanned)).toBe('€193.99');
    expect(scanned).toContain('Why these prices?');
    const why = (await cashier.get(`${pages.root}till?why=1`).expect(200)).text;
    expect(why).toContain('<strong>Cake</strong>: “Regulars” gives 3%, which is €6.00.');
    expect(why).toContain('3% were given by hand, more than was earned.');
    await act('pay');
    expect(pages.shop.orders()).toMatchObject([
      {
        noteAttributes: [{ name: 'regulars_card', value: seeded.card }],
        applications: [{ type: 'manual', title: 'Regulars', value: '6.00', allocationMethod: 'one' }],
        lines: [{ allocations: [{ application: 0, amount: { shopMinor: 600 } }] }],
      },
    ]);
    expect(await act('new')).toContain('Press goods to begin');
  });

  it('says why a card cannot be used, and goes on', async () => {
    await act('add', { variant: cake });
    expect(await act('scan', { number: '1234' })).toContain('This is not a card number');
    expect(await screen()).not.toContain('This is not a card number');
    expect(paid(await screen())).toBe('€199.99');
  });

  it('finds a Shopify customer by a part of the name and puts them on the order', async () => {
    const ana = pages.shop.createCustomer({ firstName: 'Ana', lastName: 'Novak', email: 'ana@example.test' });
    pages.shop.createCustomer({ firstName: 'Anatol', lastName: 'Berg', email: 'berg@example.test' });
    await act('add', { variant: cake });
    expect(await act('find-customer', { q: 'ana' })).toContain('Anatol Berg');
    expect(await act('find-customer', { q: 'novak' })).toContain('Customer <strong>Ana Novak');
    await act('pay');
    expect(pages.shop.orders()[0]?.customerId).toBe(ana.id);
  });

  it('says when a purchase earns a card, with the amount of the program', async () => {
    const draft = { ...aDraft, name: 'Club', membership: 'card', cardFrom: '199.99' };
    const made = (await (await app.as(SHOP).post('/api/programs', { draft })).json()) as { id: string };
    const published = await app.as(SHOP).post(`/api/programs/${made.id}/publish`, { effectiveAt: null });
    expect(published.status).toBe(200);
    expect(await act('add', { variant: cake })).toMatch(/earns the card of <strong>Club<\/strong> \(from €199.99\)/);
  });

  it('keeps selling when the app does not answer', async () => {
    pages = openPages({ appUrl: 'http://127.0.0.1:9' });
    cashier = request.agent(pages.app);
    cake = pages.shop.addProduct({ title: 'Cake', variants: [{ priceMinor: 19_999 }] }).variants[0]?.id ?? 0;
    await act('add', { variant: cake });
    expect(await act('scan', { number: seeded.card })).toContain('Regulars does not answer');
    expect(await act('pay')).toContain('Paid: <span data-total>€199.99');
  });

  it('says what the holder of a card won in a draw, and hands it over once', async () => {
    await act('scan', { number: seeded.card });
    const draft = { ...aDrawDraft, closesDay: dayOf(app.clock.now() + 86_400_000, 'UTC') };
    const opened = (await (await app.as(SHOP).post('/api/draws', { draft })).json()) as DrawView;
    app.skip(opened.closesAt + 60_000 - app.clock.now());
    await app.useCases.closeDraws(app.shop(SHOP));
    expect((await app.as(SHOP).post(`/api/draws/${opened.id}/draw`, undefined)).status).toBe(200);
    const shown = await act('scan', { number: seeded.card });
    expect(shown).toContain('Won “Bicycle”');
    const [, lot = ''] = /name="lot" value="([^"]+)"/.exec(shown) ?? [];
    const given = await act('prize', { draw: opened.id, lot });
    expect(given).toContain('“Bicycle” is handed over.');
    expect(given).not.toContain('Won “Bicycle”');
    expect(await act('prize', { draw: opened.id, lot })).toContain('No lot with this number won in this draw.');
  });
});
