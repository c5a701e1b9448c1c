import { type Html, html } from '../pages/html.ts';
import { counted, prettyJson, timeText } from '../pages/words.ts';
import type { SentWebhook } from '../webhooks/sent-webhook.ts';

/** Whether a webhook tells about an order: its own body, a refund of it, or an edit of it. */
export function isAbout({ body }: SentWebhook, orderId: number): boolean {
  if (!body.includes(String(orderId))) return false;
  const told = parsed(body);
  if (typeof told !== 'object' || told === null) return false;
  const { id, order_id, order_edit } = told as Readonly<Record<string, unknown>>;
  const edited = typeof order_edit === 'object' && order_edit !== null && 'order_id' in order_edit;
  return id === orderId || order_id === orderId || (edited && order_edit.order_id === orderId);
}

/** A body that is no JSON, sent on purpose, tells about nothing. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** How the app answered, in a word and a colour. */
export function answerTag({ status }: SentWebhook): Html {
  if (status === 'lost') return html`<span class="tag gold">lost on purpose</span>`;
  if (status === null) return html`<span class="tag bad">no answer</span>`;
  const isGood = status >= 200 && status < 300;
  return html`<span class="tag ${isGood ? 'good' : 'bad'}">${status}</span>`;
}

/** What the app was told and what it answered; each can be opened, and sent once more. */
export function sentTable(sent: readonly SentWebhook[], againPath: string, timeZone: string): Html {
  if (sent.length === 0) return html`<p class="empty">Nothing was sent yet.</p>`;
  return html`<ul class="sent">${sent.map(
    (each) => html`<li><details><summary><span class="mono">${each.topic}</span>
<span class="soft small">${timeText(each.at, timeZone)} · ${Math.round(each.tookMs)} ms${
      each.attempt > 1 ? ` · try ${each.attempt}` : ''
    }</span> ${answerTag(each)}</summary>
<p class="soft small">Webhook id <span
class="mono">${each.webhookId}</span>, ${counted(Buffer.byteLength(each.body), 'byte')}</p>
<pre tabindex="0">${prettyJson(each.body)}</pre></details>
<form method="post" action="${againPath}"><input type="hidden" name="webhook" value="${each.webhookId}">
<button class="plain">Send once more<span class="hidden"> ${each.topic}</span></button></form></li>`,
  )}</ul>`;
}
