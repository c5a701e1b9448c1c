import { expect, it } from '@jest/globals';
import { unreadable } from '../../shared/domain/fault.ts';
import type { InboxId } from '../../shared/domain/ids.ts';
import { neighbour, type Place } from './place.ts';
import { aDelivery, NOW } from './samples.ts';

const LEASE = NOW + 60_000;

export function inboxStoreBattery({ stores, shop }: Place): void {
  const inbox = () => stores().inbox;
  const file = async (id: string, change: Parameters<typeof aDelivery>[1] = {}) =>
    (await inbox().file(shop(), aDelivery(id, change))).id;

  it('files a delivery once, however often Shopify sends it', async () => {
    const first = await inbox().file(shop(), aDelivery('a'));
    expect(first.outcome).toBe('filed');
    expect(await inbox().file(shop(), aDelivery('a', { body: '{"other":1}' }))).toEqual({
      ...first,
      outcome: 'repeated',
    });
    expect((await inbox().find(shop(), first.id))?.body).toBe(aDelivery('a').body);
    expect((await inbox().file(neighbour, aDelivery('a'))).outcome).toBe('filed');
  });

  it('files a delivery once when it arrives many times at the same moment', async () => {
    const filed = await Promise.all(Array.from({ length: 10 }, () => inbox().file(shop(), aDelivery('a'))));
    expect(filed.filter(({ outcome }) => outcome === 'filed')).toHaveLength(1);
    expect(new Set(filed.map(({ id }) => id)).size).toBe(1);
  });

  it('keeps what Shopify said word for word, and knows nothing of it in another shop', async () => {
    const delivery = aDelivery('ж-"$quote"\u0000', { body: '{"name":"Zoë $1 \\u0000"}', triggeredAt: null });
    const { id } = await inbox().file(shop(), delivery);
    expect(await inbox().find(shop(), id)).toEqual({
      ...delivery,
      id,
      shop: shop(),
      state: 'filed',
      tries: 0,
      notBeforeAt: NOW,
      outcome: null,
      faults: [],
    });
    expect(await inbox().find(neighbour, id)).toBeNull();
  });

  it('hands out what is due, oldest first, and not what is not', async () => {
    const late = await file('late', { receivedAt: NOW + 1 });
    const early = await file('early');
    await file('future', { notBeforeAt: NOW + 1000 });
    const items = await inbox().claim(NOW + 2, LEASE, 10);
    expect(items.map(({ id }) => id)).toEqual([early, late]);
    expect(items[0]).toMatchObject({ state: 'leased', tries: 1, body: aDelivery('early').body });
    expect(await inbox().claim(NOW + 2, LEASE, 10)).toEqual([]);
  });

  it('never gives two workers the same delivery', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, i) => file(`w${i}`)));
    const work = async (): Promise<readonly InboxId[]> => {
      const mine: InboxId[] = [];
      for (
        let items = await inbox().claim(NOW, LEASE, 7);
        items.length > 0;
        items = await inbox().claim(NOW, LEASE, 7)
      ) {
        mine.push(...items.map(({ id }) => id));
      }
      return mine;
    };
    const taken = (await Promise.all([work(), work(), work(), work()])).flat();
    expect(new Set(taken).size).toBe(taken.length);
    const left = await inbox().claim(NOW, LEASE, 100);
    expect(taken.length + left.length).toBe(60);
  });

  it('gives a delivery to somebody else when a lease runs out, and the first one has lost it', async () => {
    const id = await file('a');
    const [first] = await inbox().claim(NOW, LEASE, 1);
    const [second] = await inbox().claim(LEASE, LEASE + 60_000, 1);
    expect(second).toMatchObject({ id, tries: 2 });
    expect(await inbox().settle(shop(), first!, { state: 'done', outcome: 'late' })).toBe('lost');
    expect(await inbox().settle(shop(), second!, { state: 'done', outcome: 'recorded' })).toBe('settled');
    expect(await inbox().find(shop(), id)).toMatchObject({ state: 'done', outcome: 'recorded' });
    expect(await inbox().settle(shop(), second!, { state: 'done', outcome: 'twice' })).toBe('lost');
  });

  it('settles many at once, and tells those that were lost from the others', async () => {
    const ids = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => file(id)));
    const items = await inbox().claim(NOW, NOW + 1000, 10);
    expect(items).toHaveLength(6);
    const [late, ...others] = items;
    await inbox().claim(NOW + 1000, NOW + 2000, 1);
    const done = { state: 'done', outcome: 'recorded' } as const;
    const came = await Promise.all([...others, late!].map((item) => inbox().settle(shop(), item, done)));
    expect(came.filter((outcome) => outcome === 'settled')).toHaveLength(5);
    const states = await Promise.all(ids.map(async (id) => (await inbox().find(shop(), id))?.state));
    expect(states.filter((state) => state === 'done')).toHaveLength(5);
    expect(states.filter((state) => state === 'leased')).toHaveLength(1);
  });

  it('files many at once, each once', async () => {
    const filed = await Promise.all(['a', 'b', 'c', 'c', 'b', 'd'].map((id) => inbox().file(shop(), aDelivery(id))));
    expect(filed.map(({ outcome }) => outcome).sort()).toEqual([
      'filed',
      'filed',
      'filed',
      'filed',
      'repeated',
      'repeated',
    ]);
    expect(new Set(filed.map(({ id }) => id)).size).toBe(4);
  });

  it('says why a delivery was refused, and acts on it again when it is replayed', async () => {
    const id = await file('a');
    const [item] = await inbox().claim(NOW, LEASE, 1);
    const faults = [unreadable('line_items.0.price', 'no amount')];
    await inbox().settle(shop(), item!, { state: 'refused', faults });
    expect(await inbox().find(shop(), id)).toMatchObject({ state: 'refused', faults, outcome: null });
    expect(await inbox().replay(shop(), id, NOW + 5)).toBe('filed');
    expect(await inbox().find(shop(), id)).toMatchObject({
      state: 'filed',
      faults: [],
      tries: 0,
      notBeforeAt: NOW + 5,
    });
    expect(await inbox().claim(NOW + 5, LEASE, 1)).toMatchObject([{ id, tries: 1 }]);
    expect(await inbox().replay(shop(), id, NOW + 6)).toBe('filed');
    expect(await inbox().find(shop(), id)).toMatchObject({ state: 'leased' });
    expect(await inbox().replay(neighbour, id, NOW)).toBe('unknown');
  });

  it('tries again later when it is told to', async () => {
    const id = await file('a');
    const [item] = await inbox().claim(NOW, LEASE, 1);
    await inbox().settle(shop(), item!, { state: 'filed', outcome: 'database_unanswered', notBeforeAt: NOW + 500 });
    expect(await inbox().find(shop(), id)).toMatchObject({ state: 'filed', tries: 1, notBeforeAt: NOW + 500 });
    expect(await inbox().claim(NOW + 499, LEASE, 1)).toEqual([]);
    expect(await inbox().claim(NOW + 500, LEASE, 1)).toMatchObject([{ id, tries: 2 }]);
  });

  it('lists the newest first, page by page, without bodies', async () => {
    const ids: InboxId[] = [];
    for (let i = 0; i < 7; i += 1) ids.push(await file(`p${i}`, { receivedAt: NOW + Math.floor(i / 3) }));
    const pages: InboxId[][] = [];
    for (let before: InboxId | null = null; ; ) {
      const page: readonly { readonly id: InboxId; readonly body: string | null }[] = await inbox().list(shop(), {
        states: [],
        before,
        max: 2,
      });
      if (page.length === 0) break;
      expect(page.every(({ body }) => body === null)).toBe(true);
      pages.push(page.map(({ id }) => id));
      before = page.at(-1)?.id ?? null;
    }
    expect(pages.flat()).toEqual(ids.toReversed());
    expect(await inbox().list(neighbour, { states: [], before: null, max: 9 })).toEqual([]);
  });

  it('lists and counts by state', async () => {
    await file('a');
    await file('b', { receivedAt: NOW + 1 });
    const [item] = await inbox().claim(NOW, LEASE, 1);
    await inbox().settle(shop(), item!, { state: 'failed', outcome: 'error 1' });
    expect(await inbox().list(shop(), { states: ['failed', 'done'], before: null, max: 9 })).toMatchObject([
      { webhookId: 'a', state: 'failed', outcome: 'error 1' },
    ]);
    const none = { leased: 0, done: 0, skipped: 0, refused: 0 };
    expect(await inbox().counts(shop())).toEqual({ ...none, filed: 1, failed: 1 });
  });

  it('forgets old bodies of what is settled, and can then not replay them', async () => {
    const id = await file('a');
    await file('b', { receivedAt: NOW + 1 });
    const [item] = await inbox().claim(NOW, LEASE, 1);
    await inbox().settle(shop(), item!, { state: 'done', outcome: 'recorded' });
    expect(await inbox().forgetBodies(NOW)).toBe(0);
    expect(await inbox().forgetBodies(NOW + 100)).toBe(1);
    expect((await inbox().find(shop(), id))?.body).toBeNull();
    expect(await inbox().replay(shop(), id, NOW)).toBe('body_forgotten');
    expect(await inbox().claim(NOW + 1, LEASE, 9)).toMatchObject([{ webhookId: 'b', body: aDelivery('b').body }]);
  });

  it('forgets a shopper: bodies go, what waits is skipped, what is under way goes when it is settled', async () => {
    const speaking = { body: '{"customer":{"id":7700,"email":"anna@example.test"}}' };
    const settled = await file('settled', speaking);
    const [first] = await inbox().claim(NOW, LEASE, 1);
    await inbox().settle(shop(), first!, { state: 'done', outcome: 'recorded' });
    const leased = await file('leased', speaking);
    const [request] = await inbox().claim(NOW, LEASE, 1);
    const waiting = await file('waiting', speaking);
    const others = await file('others', { body: '{"customer":{"id":77001}, "order":17700}' });
    await inbox().file(neighbour, aDelivery('n', speaking));

    expect(await inbox().forgetCustomer(shop(), '7700')).toBe(3);
    expect(await inbox().find(shop(), settled)).toMatchObject({ state: 'done', body: null });
    expect(await inbox().find(shop(), waiting)).toMatchObject({ state: 'skipped', body: null });
    expect(await inbox().find(shop(), leased)).toMatchObject({ state: 'leased', body: speaking.body });
    expect((await inbox().find(shop(), others))?.body).not.toBeNull();

    await inbox().settle(shop(), request!, { state: 'filed', outcome: 'later', notBeforeAt: NOW });
    expect((await inbox().find(shop(), leased))?.body).toBe(speaking.body);
    const again = (await inbox().claim(NOW, LEASE, 9)).find(({ id }) => id === leased);
    expect(await inbox().settle(shop(), again!, { state: 'done', outcome: 'erased' })).toBe('settled');
    expect(await inbox().find(shop(), leased)).toMatchObject({ state: 'done', body: null });
    expect(await inbox().list(neighbour, { states: ['skipped'], before: null, max: 9 })).toEqual([]);
  });
}
