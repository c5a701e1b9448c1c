import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../server/config.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

describe('the configuration', () => {
  it('starts on a developer machine without a single setting', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        appUrl: 'http://127.0.0.1:3000',
        isWeb: true,
        isWorker: true,
        mongodbUri: null,
        shopifyOrigin: 'https://{shop}',
        dataDir: '.data',
      },
    });
  });

  it('takes an empty setting for one that is not there', () => {
    expect(readConfig({ MONGODB_URI: '', PORT: '' })).toMatchObject({
      ok: true,
      value: { mongodbUri: null, port: 3000 },
    });
  });

  it('tells every fault at once, by the name of the setting and never by its value', () => {
    const read = readConfig({
      PORT: 'eighty',
      ROLE: 'cook',
      MONGODB_URI: 'postgres://u:hunter2@db',
      ENCRYPTION_KEYS: 'a:c2hvcnQ=',
      SHOPIFY_API_SECRET: 'hunter2',
      SHOPIFY_ORIGIN: 'https://shop.example',
      APP_URL: 'http://regulars.example',
    });
    if (read.ok) throw new Error('these settings are wrong');
    const faulty = new Set(read.error.map(({ name }) => name));
    const names = ['APP_URL', 'ENCRYPTION_KEYS', 'MONGODB_URI', 'PORT', 'ROLE', 'SHOPIFY_API_SECRET', 'SHOPIFY_ORIGIN'];
    expect([...faulty].sort()).toEqual(names);
    expect(JSON.stringify(read.error)).not.toContain('hunter2');
    expect(JSON.stringify(read.error)).not.toContain('c2hvcnQ');
  });

  it.each([
    ['a public address', { APP_URL: 'https://regulars.example' }],
    ['a door open to the network', { HOST: '0.0.0.0' }],
  ])('refuses the built-in secrets with %s', (_case, env) => {
    const read = readConfig(env);
    if (read.ok) throw new Error('the built-in secrets are known to everybody');
    const faulty = read.error.map(({ name }) => name);
    expect(faulty).toEqual(['SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'ENCRYPTION_KEYS']);
  });

  it('reads encryption keys newest first', () => {
    const read = readConfig({ ENCRYPTION_KEYS: `b:${key(2)},a:${key(1)}` });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.encryptionKeys.map(({ id, key: bytes }) => [id, bytes.length, bytes[0]])).toEqual([
      ['b', 32, 2],
      ['a', 32, 1],
    ]);
  });

  it('splits the roles', () => {
    expect(readConfig({ ROLE: 'web' })).toMatchObject({ value: { isWeb: true, isWorker: false } });
    expect(readConfig({ ROLE: 'worker' })).toMatchObject({ value: { isWeb: false, isWorker: true } });
  });

  it('lets the sandbox stand in for Shopify on this machine', () => {
    const read = readConfig({ SHOPIFY_ORIGIN: 'http://127.0.0.1:4400/shops/{shop}' });
    expect(read).toMatchObject({ ok: true, value: { shopifyOrigin: 'http://127.0.0.1:4400/shops/{shop}' } });
    expect(readConfig({ SHOPIFY_ORIGIN: 'http://elsewhere.example/{shop}' }).ok).toBe(false);
  });
});
