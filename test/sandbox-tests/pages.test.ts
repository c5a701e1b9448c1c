import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { html, scriptJson } from '../sandbox/pages/html.ts';
import { openPages, SHOP } from './open-pages.ts';

describe('The sandbox’s pages', () => {
  it('begin with one page of links that all lead somewhere', async () => {
    const { app } = openPages({});
    const { text } = await request(app).get('/').expect(200);
    const links = [...text.matchAll(/class="card door" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links).toHaveLength(6);
    for (const href of links) await request(app).get(href).set('Accept', 'text/html').expect(200);
  });

  it('load nothing from outside this machine', async () => {
    const { app, root } = openPages({});
    for (const path of ['/', root, `${root}till`, `${root}deliveries`, '/mailbox', `/admin/${SHOP}`]) {
      const { text } = await request(app).get(path).expect(200);
      const sources = [...text.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, address]) => address ?? '');
      const outside = sources.filter((address) => !/^(\/|http:\/\/127\.0\.0\.1)/.test(address));
      expect([path, outside]).toEqual([path, []]);
    }
  });

  it('give the admin’s frame the app with its shop, and tokens to the app alone', async () => {
    const { app } = openPages({ appUrl: 'http://127.0.0.1:9' });
    const frame = await request(app).get(`/admin/${SHOP}/customers`).expect(200);
    expect(frame.text).toContain(`src="http://127.0.0.1:9/customers?shop=${SHOP}&amp;host=`);
    const token = await request(app).get(`/session-token?shop=${SHOP}`).expect(200);
    expect(token.text.split('.')).toHaveLength(3);
    expect(token.headers['access-control-allow-origin']).toBe('http://127.0.0.1:9');
    await request(app).get('/session-token?shop=nobody.myshopify.com').expect(404);
    await request(app).get('/admin/nobody.myshopify.com').set('Accept', 'text/html').expect(404);
  });

  it('leave the addresses of Shopify’s own interfaces to others', async () => {
    const { app, root } = openPages({});
    app.post(`${root}apps/regulars/card`, (_request, response) => void response.json({ reached: true }));
    const { body } = await request(app).post(`${root}apps/regulars/card`).send({ number: '1' }).expect(200);
    expect(body).toEqual({ reached: true });
  });

  it('escape everything that is put into them', () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<a title="${evil}">${evil}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
    );
    expect(html`${[html`<i>${1}</i>`, null, false, 'b']}`.markup).toBe('<i>1</i>b');
    expect(scriptJson({ name: '</script>' }).markup).toBe('{"name":"\\u003c/script>"}');
  });
});
