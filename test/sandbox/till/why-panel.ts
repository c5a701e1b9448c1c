import type { QuoteWhyView } from '../../../shared/contract/quote.ts';
import { programWords } from '../../../shared/text/explanation-words.ts';
import { createFormat, type Format } from '../../../shared/text/format/format.ts';
import { whyLineWords } from '../../../shared/text/quote-why-words.ts';
import { type Text, textOf } from '../../../shared/text/text.ts';
import { type Html, html } from '../pages/html.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { ShopState } from '../world/state.ts';
import type { AppClient } from './app-client.ts';
import { cartForm, type QuotedSale, type SaleLine } from './quote-sale.ts';
import { tillPath } from './till-path.ts';
import { locationOfTill, type Sale } from './till-sale.ts';

/** What the app answered, or the sentence in which it refused. */
export type WhySale = { readonly told: QuoteWhyView } | { readonly refusal: string };

type Asked = Pick<Sale, 'card' | 'customerId'>;
type View = { readonly state: ShopState; readonly quoted: QuotedSale; readonly why: WhySale | null };

/** Asks why each line of a sale costs what it does; a question that changes nothing, so a GET. */
export async function askWhy(
  app: AppClient,
  shop: ShopWorld,
  { card, customerId }: Asked,
  { lines, quote }: QuotedSale,
): Promise<WhySale> {
  const reference = quote?.basis?.reference ?? '';
  const query = new URLSearchParams({ cart: JSON.stringify(cartForm(lines)), reference });
  if (card !== null) query.set('card', card.number);
  else if (customerId !== null) query.set('customer', String(customerId));
  const location = locationOfTill(shop);
  if (location !== null) query.set('location', location);
  const answer = await app.get<QuoteWhyView>(`/ext/quote/why?${query.toString()}`);
  return answer.ok ? { told: answer.value } : { refusal: answer.sentence };
}

/** A link under the goods; once asked, a sentence for each line and what the program stands on. */
export function whyPanel({ state, quoted, why }: View): Html | '' {
  // A guest's card says what it gives; its own shop knows why.
  if (quoted.quote === null || quoted.quote.basis === null || quoted.lines.length === 0) return '';
  const path = tillPath(state);
  if (why === null) return html`<p class="why"><a href="${path}?why=1#why">Why these prices?</a></p>`;
  const close = html`<a href="${path}">Close</a>`;
  if ('refusal' in why)
    return html`<div class="why stack tight"><p class="note bad" role="alert">${why.refusal}</p>${close}</div>`;
  const { currency, timeZone } = state.facts;
  const speaker = { text: textOf('en'), format: createFormat({ language: 'en', currency, timeZone }) };
  return html`<section id="why" class="why stack tight" aria-label="Why these prices"><h2>Why these prices?</h2>
<ul>${quoted.lines.map((line) => whyLine(line.product.title, whyWords(line, quoted, why.told, speaker)))}</ul>
${why.told.programs.map((program) => {
  const { head, basis, accumulation, rule } = programWords(program, speaker);
  return html`<p><strong>${head}</strong><br>${basis} ${accumulation ?? ''} <span class="soft">${rule}</span></p>`;
})}
<p class="soft small">${speaker.text.quoteWhy.ofReference(why.told.basis.reference)}</p>${close}</section>`;
}

type Speaker = { readonly text: Text; readonly format: Format };

const whyLine = (title: string, words: string): Html => html`<li><strong>${title}</strong>: ${words}</li>`;

/** A line that a code takes, or takes away from what the holder is owed anyway, is not as the quote alone says. */
function whyWords(line: SaleLine, { rewards }: QuotedSale, told: QuoteWhyView, speaker: Speaker): string {
  const words = speaker.text.quoteWhy.reasons;
  const { programName = '' } = rewards.rewards.find(({ code }) => code === rewards.code) ?? {};
  if (line.isByCode) return words.code(programName, speaker.format.money(line.discountMinor));
  const quoted = told.lines.find(({ id }) => id === String(line.variant.id));
  if (quoted === undefined) return words.nothing;
  return quoted.discountMinor > line.discountMinor ? words.besideCode : whyLineWords(quoted, told, speaker);
}
