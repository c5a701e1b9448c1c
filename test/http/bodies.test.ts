import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unreadable } from '../../shared/domain/fault.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { sessionToken } from '../support/signing.ts';
import { aCustomerForm } from './routes.ts';

const SHOP = 'bodies.myshopify.com';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sessionToken(SHOP)}`, 'content-type': 'application/json', ...headers },
    body,
  });

describe('bodies', () => {
  it.each(['{', '{"a":}', 'undefined', '{"a":1}}', "{'a':1}", '\u0000'])('says that %j is not JSON', async (body) => {
    const response = await post('/api/customers', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: 'bad_request', faults: [unreadable('', 'this is not JSON')] });
  });

  it('refuses a body that is missing or not JSON at all', async () => {
    expect((await post('/api/customers', '')).status).toBe(400);
    expect((await post('/api/customers', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      400,
    );
    expect((await post('/api/customers', '{}', { 'content-type': 'application/json; charset=klingon' })).status).toBe(
      400,
    );
    expect((await post('/api/customers', '{}', { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  it('refuses 10 MB with words, on every door', async () => {
    const big = JSON.stringify({ firstName: 'a'.repeat(10_000_000) });
    for (const path of ['/api/customers', '/ext/quote']) {
      const response = await post(path, big);
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({ code: 'too_large' });
    }
  });

  it('names every fault with its path', async () => {
    const wrong = { ...aCustomerForm, firstName: 7, gender: 'unheard', nickname: 'x' };
    const response = await post('/api/customers', JSON.stringify(wrong));
    const answer = (await response.json()) as { code: string; faults: readonly { path: string; code: string }[] };
    expect(response.status).toBe(400);
    expect(answer.code).toBe('faults');
    expect(answer.faults.map(({ path }) => path).sort()).toEqual(['', 'firstName', 'gender']);
    expect(new Set(answer.faults.map(({ code }) => code))).toEqual(new Set(['unreadable']));
  });

  it('tells a person how much may be typed, instead of what the schema says', async () => {
    const long = { ...aCustomerForm, surname: 'x'.repeat(201) };
    const answer: unknown = await (await post('/api/customers', JSON.stringify(long))).json();
    expect(answer).toEqual({ code: 'faults', faults: [{ path: 'surname', code: 'too_long', facts: { max: 200 } }] });
  });

  it('reads very deep bodies without falling over', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await post('/api/customers', deep)).status).toBe(400);
  });

  it('gives every answer a request id of its own', async () => {
    const [one, two] = await Promise.all([post('/api/customers', '{}'), post('/api/customers', '{}')]);
    expect(one.headers.get('x-request-id')).toMatch(/^[\w-]{10,}$/);
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'));
    expect(one.headers.get('x-powered-by')).toBeNull();
  });
});
