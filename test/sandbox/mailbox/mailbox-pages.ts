import { type RequestHandler, Router } from 'express';
import { type Html, html } from '../pages/html.ts';
import { document, type ShopOfPage } from '../pages/layout.ts';
import { timeText } from '../pages/words.ts';
import type { Mailbox } from './start-mailbox.ts';
import type { OpenedMail, StoredMail } from './stored-mail.ts';

export type MailboxPagesDeps = {
  /** Null when the sandbox runs without one. */
  readonly mailbox: Mailbox | null;
  /** For the bar; the mailbox itself belongs to no shop. */
  readonly shop: () => ShopOfPage | null;
};

/** What the mailbox holds, for people: the list, and each letter as text and as its own page. */
export function createMailboxPages({ mailbox, shop }: MailboxPagesDeps): Router {
  const router = Router();
  const page = (title: string, path: string, body: Html) => document({ title, path, body, shop: shop(), look: 'tool' });
  router.use('/mailbox', ownPicturesOnly);
  router.get('/mailbox', (request, response) => {
    const mails = mailbox?.list() ?? [];
    response.send(page('Mailbox', request.path, listBody(mailbox, mails)));
  });
  router.get('/mailbox/:id', async (request, response) => {
    const mail = (await mailbox?.open(request.params.id)) ?? null;
    if (mail === null) return response.status(404).send(page('No such letter', request.path, missing));
    response.send(page(mail.subject, request.path, mailBody(mail)));
  });
  router.post('/mailbox/clear', async (_request, response) => {
    await mailbox?.clear();
    response.redirect(303, '/mailbox');
  });
  return router;
}

/** Letters bring pictures from anywhere; here nothing is fetched from outside this machine. */
const ownPicturesOnly: RequestHandler = (_request, response, next) => {
  const policy = ["default-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: http://127.0.0.1:*"];
  response.set('Content-Security-Policy', policy.join('; '));
  next();
};

const missing = html`<main class="wrap" id="content"><h1>No such letter</h1>
<p><a href="/mailbox">Back to the mailbox</a></p></main>`;

const listBody = (mailbox: Mailbox | null, mails: readonly StoredMail[]): Html => html`
<main class="wrap stack" id="content">
<div class="row between"><div><h1>Mailbox</h1>
<p class="lead">Every letter that the shop or the app sends ends here; nothing leaves this machine.
${mailbox === null ? '' : html`Send to it at <code class="mono">${mailbox.smtpUrl}</code>.`}</p></div>
${
  mails.length === 0 ? '' : html`<form method="post" action="/mailbox/clear"><button>Empty the mailbox</button></form>`
}</div>
<section class="card flush" aria-label="Letters">
${
  mails.length === 0
    ? html`<p class="empty">No letters yet. Pay for something and the shop will confirm it here.</p>`
    : mailTable(mails)
}
</section></main>`;

const mailTable = (mails: readonly StoredMail[]): Html => html`<table class="fold mails">
<thead><tr><th>Subject</th><th>To</th><th>From</th><th class="num">Came</th></tr></thead>
<tbody>${mails.map(
  (mail) => html`<tr><td><a href="/mailbox/${mail.id}"><strong>${mail.subject}</strong></a></td>
<td data-label="To">${mail.to}</td><td data-label="From" class="soft">${mail.from}</td>
<td data-label="Came" class="num soft">${timeText(mail.receivedAt)}</td></tr>`,
)}</tbody></table>`;

const mailBody = (mail: OpenedMail): Html => html`
<main class="wrap stack" id="content">
<p><a href="/mailbox">← Mailbox</a></p>
<div class="card"><h1>${mail.subject}</h1>
<dl class="facts mail-facts"><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to}</dd>
<dt>Envelope</dt><dd>${mail.envelopeFrom} → ${mail.envelopeTo.join(', ')}</dd>
<dt>Came</dt><dd>${timeText(mail.receivedAt)} UTC</dd></dl></div>
${
  mail.html === null
    ? ''
    : html`<section class="card"><h2>As a page</h2>
<iframe class="mail-frame" title="The letter as a page" sandbox="allow-popups"
srcdoc="${mail.html}"></iframe></section>`
}
<section class="card"><h2>As plain text</h2><pre>${mail.text === '' ? '(no text)' : mail.text}</pre></section>
${mail.attachments.length === 0 ? '' : attachments(mail)}
<section class="card"><details><summary>Headers</summary><pre>${mail.headers.map(
  ({ name, value }) => html`<strong>${name}:</strong> ${value}\n`,
)}</pre></details></section></main>`;

const attachments = (mail: OpenedMail): Html =>
  html`<section class="card"><h2>Attached</h2><ul>${mail.attachments.map(
    ({ name, type, bytes }) => html`<li>${name} <span class="soft">${type}, ${bytes} bytes</span></li>`,
  )}</ul></section>`;
