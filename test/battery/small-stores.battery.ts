import { expect, it } from '@jest/globals';
import type { Import } from '../../server/app/ports/import-store.ts';
import type { OfflineSession } from '../../server/app/ports/session-store.ts';
import { customer, program } from '../app/builders.ts';
import { aShop } from '../app/set-up.ts';
import { neighbour, type Place } from './place.ts';
import { aVersion, NOW } from './samples.ts';

const HOUR = 3_600_000;

export function guessStoreBattery({ stores, shop }: Place): void {
  const guesses = () => stores().guesses;
  // Windows of today: what is past its time may be gone at any moment.
  const today = Date.now();
  const forgetAt = today + 24 * HOUR;
  const count = (buckets: readonly string[], at = today) => guesses().count(shop(), buckets, at, forgetAt);

  it('counts wrong numbers per bucket and window, also when many come at once', async () => {
    expect(await count(['shop', 'address:1'])).toEqual([1, 1]);
    await Promise.all([count(['shop']), count(['shop']), count(['shop'])]);
    expect(await count(['shop', 'address:2'])).toEqual([5, 1]);
    expect(await count(['shop'], today + HOUR)).toEqual([1]);
    expect(await guesses().counts(shop(), ['address:1', 'session:9', 'shop'], today)).toEqual([1, 0, 5]);
    expect(await guesses().counts(neighbour, ['shop'], today)).toEqual([0]);
  });

  it('shows the merchant each window, and how often somebody was turned away', async () => {
    await count(['shop', 'address:1'], today - HOUR);
    await count(['shop']);
    await guesses().limited(shop(), today, forgetAt);
    await guesses().limited(shop(), today + HOUR, forgetAt);
    expect(await guesses().since(shop(), today)).toEqual([
      { windowStartsAt: today, wrong: 1, limited: 1 },
      { windowStartsAt: today + HOUR, wrong: 0, limited: 1 },
    ]);
  });
}

export function importStoreBattery({ stores, shop }: Place): void {
  const imports = () => stores().imports;
  const item: Import = {
    kind: 'orders',
    state: 'running',
    bulkOperationId: 'gid://shopify/BulkOperation/1',
    done: 0,
    total: null,
    startedAt: NOW,
    endedAt: null,
    why: null,
  };

  it('keeps the latest of each import', async () => {
    await imports().put(shop(), item);
    await imports().put(shop(), { ...item, kind: 'customers' });
    await imports().put(shop(), { ...item, state: 'done', done: 5, total: 5, endedAt: NOW + 1 });
    expect(await imports().all(shop())).toEqual([
      { ...item, kind: 'customers' },
      { ...item, state: 'done', done: 5, total: 5, endedAt: NOW + 1 },
    ]);
    expect(await imports().all(neighbour)).toEqual([]);
  });

  it('lets one worker at a time have it', async () => {
    const lease = (holder: string, now: number) => imports().lease(shop(), 'orders', holder, now, now + 10);
    expect(await lease('a', NOW)).toBe(false);
    await imports().put(shop(), item);
    const taken = await Promise.all(['a', 'b', 'c'].map((holder) => lease(holder, NOW)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const holder = ['a', 'b', 'c'][taken.indexOf(true)] ?? '';
    expect(await lease(holder, NOW + 5)).toBe(true);
    await imports().put(shop(), { ...item, done: 1 });
    expect(await lease('d', NOW + 14)).toBe(false);
    expect(await lease('d', NOW + 15)).toBe(true);
    expect(await imports().all(shop())).toEqual([{ ...item, done: 1 }]);
  });
}

export function programStoreBattery({ stores, shop }: Place): void {
  const programs = () => stores().programs;
  const made = {
    id: program(1),
    name: 'Regulars',
    state: 'draft',
    draft: { 'name.$odd': '5,0 %', levels: [{ percent: '' }] },
    createdAt: NOW,
    endedAt: null,
    lastVersion: 0,
  } as const;

  it('keeps a draft as it was typed', async () => {
    await programs().create(shop(), made);
    await programs().create(shop(), { ...made, id: program(2), createdAt: NOW - 1, draft: null });
    expect(await programs().find(shop(), program(1))).toEqual(made);
    expect((await programs().list(shop())).map(({ id }) => id)).toEqual([program(2), program(1)]);
    expect(await programs().change(shop(), program(1), { name: 'Friends', state: 'published' })).toBe('changed');
    expect(await programs().change(shop(), program(1), { draft: null })).toBe('changed');
    expect(await programs().find(shop(), program(1))).toEqual({
      ...made,
      name: 'Friends',
      state: 'published',
      draft: null,
    });
    expect(await programs().change(neighbour, program(1), { name: 'x' })).toBe('unknown');
    expect(await programs().find(neighbour, program(1))).toBeNull();
  });

  it('publishes each version once', async () => {
    expect(await programs().publish(shop(), aVersion(1, 1))).toBe('published');
    const both = await Promise.all([aVersion(1, 2), aVersion(1, 2)].map((one) => programs().publish(shop(), one)));
    expect(both.toSorted()).toEqual(['published', 'version_taken']);
    await programs().publish(shop(), aVersion(2, 1));
    expect(await programs().versions(shop(), program(1))).toEqual([aVersion(1, 1), aVersion(1, 2)]);
    expect(await programs().allVersions(shop())).toEqual([aVersion(1, 1), aVersion(1, 2), aVersion(2, 1)]);
    expect(await programs().allVersions(neighbour)).toEqual([]);
  });
}

export function sessionStoreBattery({ stores, shop }: Place): void {
  const sessions = () => stores().sessions;
  const session: OfflineSession = {
    accessToken: 'access-1',
    accessTokenExpiresAt: NOW + HOUR,
    refreshToken: 'refresh-1',
    refreshTokenExpiresAt: NOW + 90 * 24 * HOUR,
    scopes: ['read_orders'],
  };

  it('keeps a shop’s tokens until they are replaced or removed', async () => {
    expect(await sessions().load(shop())).toBeNull();
    await sessions().store(shop(), session);
    await sessions().store(shop(), { ...session, accessToken: 'access-2' });
    expect(await sessions().load(shop())).toEqual({ ...session, accessToken: 'access-2' });
    expect(await sessions().load(neighbour)).toBeNull();
    await sessions().remove(shop());
    expect(await sessions().load(shop())).toBeNull();
  });

  it('lets one process at a time refresh them, and the next when that one is done or gone', async () => {
    const locks = await Promise.all([1, 2, 3].map(() => sessions().lock(shop(), NOW, NOW + 10)));
    const held = locks.filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    expect(await sessions().lock(shop(), NOW + 9, NOW + 20)).toBeNull();
    const taken = await sessions().lock(shop(), NOW + 10, NOW + 20);
    expect(taken).not.toBeNull();
    await held[0]?.release();
    expect(await sessions().lock(shop(), NOW + 11, NOW + 20)).toBeNull();
    await taken?.release();
    expect(await sessions().lock(shop(), NOW + 11, NOW + 20)).not.toBeNull();
  });
}

export function shopStoreBattery({ stores, shop }: Place): void {
  const shops = () => stores().shops;

  it('keeps a shop with its keys, and changes only what is named', async () => {
    const installed = aShop({ id: shop(), guide: { place_card_field: NOW } });
    expect(await shops().save(installed)).toBe('created');
    expect(await shops().save(installed)).toBe('updated');
    const entitlementKeys = [{ id: 'b', hex: 'ff'.repeat(16) }, ...installed.entitlementKeys];
    expect(await shops().change(shop(), { entitlementKeys, reconciledAt: NOW })).toBe('changed');
    expect(await shops().change(shop(), {})).toBe('changed');
    expect(await shops().find(shop())).toEqual({ ...installed, entitlementKeys, reconciledAt: NOW });
    expect(await shops().change(neighbour, { name: 'x' })).toBe('unknown_shop');
    expect(await shops().change(neighbour, {})).toBe('unknown_shop');
    expect(await shops().find(neighbour)).toBeNull();
  });

  it('names the installed shops', async () => {
    await shops().save(aShop({ id: shop() }));
    await shops().save(aShop({ id: neighbour, state: 'uninstalled', uninstalledAt: NOW }));
    expect(await shops().installedShops()).toEqual([shop()]);
  });
}

export function privacyFilesBattery({ stores, shop }: Place): void {
  const files = () => stores().privacyFiles;
  const file = { requestId: '1', customerId: customer(1), madeAt: NOW, body: '{"name":"Zoë"}' };

  it('keeps the answer to a data request until it is old or the customer is erased', async () => {
    await files().put(shop(), { ...file, body: 'first' });
    await files().put(shop(), file);
    await files().put(shop(), { ...file, requestId: '2', customerId: null, madeAt: NOW + 1, body: '' });
    expect(await files().list(shop())).toEqual([
      { requestId: '2', madeAt: NOW + 1, bytes: 0 },
      { requestId: '1', madeAt: NOW, bytes: 15 },
    ]);
    expect(await files().read(shop(), '1')).toBe(file.body);
    expect(await files().read(shop(), '2')).toBe('');
    expect(await files().read(neighbour, '1')).toBeNull();
    expect(await files().forgetCustomer(shop(), customer(1))).toBe(1);
    expect(await files().forget(NOW + 1)).toBe(0);
    expect(await files().forget(NOW + 2)).toBe(1);
    expect(await files().list(shop())).toEqual([]);
  });
}
