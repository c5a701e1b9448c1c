import type { Complaint } from '../admin-api/complaints.ts';
import { type Html, html } from '../pages/html.ts';
import { counted, timeText } from '../pages/words.ts';
import type { KeptFailure } from '../storefront/function-failures.ts';
import type { Outgoing } from '../webhooks/outgoing.ts';
import type { SentWebhook } from '../webhooks/sent-webhook.ts';
import type { ShopState } from '../world/state.ts';
import { sentTable } from './told-about.ts';

export type DeliveryView = {
  readonly state: ShopState;
  readonly manner: string;
  readonly isHeld: boolean;
  readonly held: readonly Outgoing[];
  readonly waiting: number;
  readonly sent: readonly SentWebhook[];
  readonly all: number;
  readonly failures: readonly KeptFailure[];
  readonly complaints: readonly Complaint[];
};

const CHOICES = [
  { manner: 'normal', label: 'Normal', words: 'once each, at once, in order' },
  { manner: 'twice', label: 'Twice', words: 'each a second time with the same id' },
  { manner: 'late', label: 'Late', words: 'each waits up to 20 seconds' },
  { manner: 'shuffled', label: 'Shuffled', words: 'late, and in any order' },
  { manner: 'lost', label: 'Lost', words: 'none arrives; reconciliation must heal it' },
] as const;

/** The switches above, what went out below. */
export function deliveryPage(view: DeliveryView): Html {
  const { state, sent, all } = view;
  const path = `/shops/${state.facts.domain}/deliveries`;
  return html`<main class="wrap stack" id="content"><div><h1>Webhooks</h1>
<p class="lead">How Shopify’s messages travel from ${state.facts.name} to Regulars. Make them travel badly and watch
that nothing
is lost and nothing counts twice.</p></div>
<section class="card stack"><h2>How they travel now</h2><form method="post" action="${path}"
class="manners">${CHOICES.map(
    ({ manner, label, words }) =>
      html`<button name="manner" value="${manner}" aria-pressed="${
        manner === view.manner ? 'true' : 'false'
      }"><strong>${label}</strong><span class="small">${words}</span></button>`,
  )}</form>${holding(view, path)}</section>
${view.failures.length === 0 ? '' : failureCard(view)}${view.complaints.length === 0 ? '' : complaintCard(view)}
<section class="card"><h2>Sent and answered</h2><p class="soft">${counted(all, 'attempt')} so far${
    view.waiting === 0 ? '' : html`, ${view.waiting} on the way`
  }; the newest are shown. <a href="${path}">Look again</a></p>${sentTable(
    sent,
    path,
    state.facts.timeZone,
  )}</section></main>`;
}

const holding = (
  { isHeld, held }: DeliveryView,
  path: string,
): Html => html`<form method="post" action="${path}" class="row">
${
  isHeld
    ? html`<button class="main" name="manner"
value="release">Release ${held.length === 0 ? 'them' : held.length}</button>
<span class="tag gold">held: nothing goes out</span>`
    : html`<button name="manner" value="hold">Hold them back</button>`
}</form>${
  held.length === 0
    ? ''
    : html`<ul class="plain-list small">${held.map(
        ({ topic, webhookId }) => html`<li><span
class="mono">${topic}</span> <span class="soft mono">${webhookId}</span></li>`,
      )}</ul>`
}`;

const failureCard = ({
  failures,
  state,
}: DeliveryView): Html => html`<section class="card"><h2>The Function gave no discount</h2>
<ul class="plain-list">${failures.map(
  ({ why, at, times }) => html`<li><span class="tag bad">${times} ×</span> ${why}
<span class="soft small">last ${timeText(at, state.facts.timeZone)}</span></li>`,
)}</ul></section>`;

const complaintCard = ({
  complaints,
}: DeliveryView): Html => html`<section class="card"><h2>Requests Shopify would refuse</h2>
<ul class="plain-list">${complaints.map(
  ({ kind, message }) => html`<li><span class="tag bad">${kind}</span> ${message}</li>`,
)}</ul></section>`;
