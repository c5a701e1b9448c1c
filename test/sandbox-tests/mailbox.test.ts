import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createTransport } from 'nodemailer';
import request from 'supertest';
import { createMailboxPages } from '../sandbox/mailbox/mailbox-pages.ts';
import { type Mailbox, startMailbox } from '../sandbox/mailbox/start-mailbox.ts';

const letter = {
  from: 'Blue Door Coffee <shop@bluedoor.example.test>',
  to: 'Ana Novak <ana@example.test>',
  subject: 'Order #1001 <confirmed> – děkujeme',
  text: 'Thank you, Ana.',
  html: '<p>Thank you, <b>Ana</b>.</p><script>alert(1)</script>',
};

describe('The mailbox', () => {
  let dataDir: string;
  let mailbox: Mailbox;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'regulars-mailbox-'));
    mailbox = await startMailbox({ port: 0, dataDir });
  });
  afterEach(async () => {
    await mailbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const send = (change: Partial<typeof letter> = {}) =>
    createTransport({ url: mailbox.smtpUrl }).sendMail({ ...letter, ...change });

  it('takes a letter by SMTP and shows both its bodies', async () => {
    await send();
    const [row] = mailbox.list();
    expect(row).toMatchObject({ subject: letter.subject, envelopeTo: ['ana@example.test'] });
    const mail = await mailbox.open(row?.id ?? '');
    expect(mail?.text.trim()).toBe('Thank you, Ana.');
    expect(mail?.html).toContain('<b>Ana</b>');
    expect(mail?.headers.map(({ name }) => name.toLowerCase())).toContain('message-id');
  });

  it('lists the newest letter first and still has all of them after a restart', async () => {
    await send({ subject: 'first' });
    await send({ subject: 'second' });
    await mailbox.close();
    mailbox = await startMailbox({ port: 0, dataDir });
    expect(mailbox.list().map(({ subject }) => subject)).toEqual(['second', 'first']);
    expect((await mailbox.open(mailbox.list()[1]?.id ?? ''))?.text.trim()).toBe('Thank you, Ana.');
  });

  it('refuses a letter that is too large and keeps nothing of it', async () => {
    await expect(send({ text: 'x'.repeat(26_000_000) })).rejects.toThrow();
    expect(mailbox.list()).toEqual([]);
  });

  it('shows letters on its pages without letting them into the page itself', async () => {
    await send();
    const app = express().use(createMailboxPages({ mailbox, shop: () => null }));
    const list = await request(app).get('/mailbox').expect(200);
    expect(list.text).toContain('Order #1001 &lt;confirmed&gt; – děkujeme');
    const page = await request(app).get(`/mailbox/${mailbox.list()[0]?.id}`).expect(200);
    expect(page.text).not.toContain('<script>alert(1)');
    expect(page.text).toMatch(/<iframe[^>]*sandbox="allow-popups"/);
    expect(page.headers['content-security-policy']).toContain("img-src 'self' data:");
    await request(app).get('/mailbox/none').expect(404);
  });
});
