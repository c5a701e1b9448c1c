import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';

const SHOP = 'page.myshopify.com';
const HTML = { headers: { accept: 'text/html' } };

let app: TestApp;
let bare: TestApp;
let sandboxed: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'regulars-page-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  const head = '<head><!--app-bridge--><script type="module" src="/assets/index-1.js"></script></head>';
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html>${head}<body></body></html>`);
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {};');
  const page = { adminFolder: folder, appUrl: 'https://app.example', apiKey: 'key"><script>' };
  app = await startTestApp({ page });
  bare = await startTestApp({ page: { adminFolder: join(folder, 'nothing-here') } });
  sandboxed = await startTestApp({ page: { adminFolder: folder, sandboxOrigin: 'http://127.0.0.1:4400' } });
});
afterAll(async () => {
  await Promise.all([app.stop(), bare.stop(), sandboxed.stop()]);
  rmSync(folder, { recursive: true });
});

const policyOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the page of the admin', () => {
  it('has App Bridge as its first script, with our key, and is never cached', async () => {
    const response = await fetch(`${app.url}/?shop=${SHOP}&host=abc`, HTML);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [first] = /<script[^>]*>/.exec(html) ?? [];
    expect(first).toContain('https://bridge.example/app-bridge.js');
    expect(html).toContain('data-api-key="key&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<!--app-bridge-->');
  });

  it('may be framed by its shop and by Shopify, and by nobody else', async () => {
    const policy = policyOf(await fetch(`${app.url}/?shop=${SHOP}`, HTML));
    expect(policy['frame-ancestors']).toBe(`https://${SHOP} https://admin.shopify.com`);
    expect(policy['script-src']).toBe("'self' https://bridge.example");
    expect(policy['style-src']).toBe("'self' 'unsafe-inline'");
    expect(policy['object-src']).toBe("'none'");
    expect(policy).toHaveProperty('upgrade-insecure-requests');
  });

  it('shows pictures of goods from where the shop is, and from nowhere else', async () => {
    const of = async ({ url }: TestApp) => policyOf(await fetch(`${url}/?shop=${SHOP}`, HTML))['img-src'];
    expect(await of(app)).toBe("'self' data: https://cdn.shopify.com");
    expect(await of(sandboxed)).toBe("'self' data: https://cdn.shopify.com http://127.0.0.1:4400");
  });

  it.each([
    '/',
    '/?shop=evil.example',
    '/?shop=a.myshopify.com.evil.example',
    '/?shop=a.myshopify.com%20https://evil.example',
    '/?shop=a.myshopify.com&shop=b.myshopify.com',
  ])('%s says where to open the app, asks for no shop, and may be framed by nobody', async (path) => {
    const response = await fetch(`${app.url}${path}`, HTML);
    const html = await response.text();
    expect(html).toContain('Shopify admin');
    expect(html).not.toMatch(/<(form|input|script)/);
    expect(policyOf(response)['frame-ancestors']).toBe("'none'");
  });

  it('may be framed by the sandbox where there is one', async () => {
    const policy = policyOf(await fetch(`${sandboxed.url}/?shop=${SHOP}`, HTML));
    expect(policy['frame-ancestors']).toBe(`https://${SHOP} https://admin.shopify.com http://127.0.0.1:4400`);
    expect(policy).not.toHaveProperty('upgrade-insecure-requests');
  });

  it('is served at the address of every screen, but not to programs and not below the API', async () => {
    const screen = await fetch(`${app.url}/customers/cus_x?shop=${SHOP}`, HTML);
    expect(await screen.text()).toContain('index-1.js');
    const program = await fetch(`${app.url}/customers`, { headers: { accept: 'application/json' } });
    expect([program.status, await program.json()]).toEqual([404, { code: 'not_found' }]);
    expect((await fetch(`${app.url}/api/nowhere`, HTML)).status).toBe(401);
    expect((await fetch(`${app.url}/assets/nowhere.js`, HTML)).status).toBe(404);
  });

  it('has files that are kept for good and known by their tag', async () => {
    const response = await fetch(`${app.url}/assets/index-1.js`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const tag = response.headers.get('etag') ?? '';
    // Without a word on caching fetch adds "no-cache" of its own, and then nobody is answered 304.
    const headers = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    const again = await fetch(`${app.url}/assets/index-1.js`, { headers });
    expect(again.status).toBe(304);
  });

  it('says what to do when it has not been built', async () => {
    const response = await fetch(`${bare.url}/?shop=${SHOP}`, HTML);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  it('answers its health', async () => {
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ status: 'up' });
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    app.breakDatabase(true);
    const away = await fetch(`${app.url}/readyz`);
    expect([away.status, (await fetch(`${app.url}/healthz`)).status]).toEqual([503, 200]);
    app.breakDatabase(false);
  });
});
