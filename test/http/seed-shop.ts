import { parseOurId } from '../../shared/domain/ids.ts';
import type { TestApp } from '../support/app.ts';
import { aCustomerForm, aDraft, aDrawDraft } from './routes.ts';

/** One of each, as its own admin knows them. */
export type Seeded = {
  readonly customer: string;
  readonly program: string;
  readonly card: string;
  readonly delivery: string;
  readonly draw: string;
  readonly simulation: string;
};

/** Puts ids in the places of `:customer`, `:program` and so on, wherever they stand. */
export function fill<T>(template: T, ids: Seeded): T {
  if (template === undefined) return template;
  let text = JSON.stringify(template);
  for (const [name, id] of Object.entries(ids)) text = text.replaceAll(`:${name}`, id);
  return JSON.parse(text) as T;
}

/**
 * A shop with a published program, a series of three cards, a customer, a delivery, a draw and a simulation that waits,
 * all made through the front door.
 */
export async function seedShop(app: TestApp, shop: string): Promise<Seeded> {
  const { post, get } = app.as(shop);
  const made = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.url} answered ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const { id: program } = await made<{ id: string }>(await post('/api/programs', { draft: aDraft }));
  await made(await post(`/api/programs/${program}/publish`, { effectiveAt: null }));
  await made(await post('/api/series', { programId: program, name: 'First', count: 3, expiresAt: null }));
  const { cards } = await made<{ cards: readonly { number: string }[] }>(await get('/api/cards'));
  const { id: customer } = await made<{ id: string }>(await post('/api/customers', aCustomerForm));
  const { id: delivery } = await app.stores.inbox.file(app.shop(shop), {
    webhookId: `seeded-${shop}`,
    topic: 'orders/create',
    apiVersion: '2026-10',
    triggeredAt: null,
    receivedAt: app.clock.now(),
    body: '{}',
  });
  const { id: draw } = await made<{ id: string }>(await post('/api/draws', { draft: aDrawDraft }));
  const programs = [{ programId: program, version: 1 }];
  const { id: simulation } = await made<{ id: string }>(
    await post('/api/simulations', { programs, fromDay: '', toDay: '' }),
  );
  const card = cards[0]?.number;
  if (card === undefined || parseOurId('cus', customer) === null) throw new Error('the shop was not seeded');
  return { customer, program, card, delivery, draw, simulation };
}
