import type { Request } from 'express';
import type { CustomerForm } from '../../../shared/contract/api.ts';
import type { NoteForm } from '../../../shared/contract/note.ts';
import type { TillCardView } from '../../../shared/contract/till.ts';
import { dayOf } from '../../../shared/domain/calendar/day.ts';
import { en } from '../../../shared/text/en.ts';
import { faultWords } from '../../../shared/text/fault-words.ts';
import { createFormat } from '../../../shared/text/format/format.ts';
import { count, field } from '../storefront/form.ts';
import { customerName } from '../storefront/shop-page.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { AppAnswer, AppClient } from './app-client.ts';
import { emptySale, type Sale, step } from './till-sale.ts';

export type Deed = (shop: ShopWorld, app: AppClient, sale: Sale, request: Request) => Promise<Sale> | Sale;

const FOUND_MAX = 8;

/** Everything a cashier can do but pay, by the address of its form. */
export const tillDeeds: Readonly<Record<string, Deed>> = {
  add: (_shop, _app, sale, request) => step(sale, count(field(request, 'variant')), 1),
  less: (_shop, _app, sale, request) => step(sale, count(field(request, 'variant')), -1),
  scan,
  'hand-over': handOver,
  note: writeNote,
  prize: handPrizeOver,
  'find-customer': findCustomer,
  customer: (shop, _app, sale, request) => ({
    ...sale,
    found: [],
    customerId: shop.customer(count(field(request, 'customer')))?.id ?? null,
  }),
  reward: (_shop, _app, sale, request) => ({ ...sale, reward: field(request, 'code') || 'none' }),
  'no-card': (_shop, _app, sale) => ({ ...sale, card: null, blank: null, reward: 'best' }),
  'no-customer': (_shop, _app, sale) => ({ ...sale, customerId: null, found: [] }),
  new: () => emptySale,
};

/** A card number that was scanned or typed. A blank card opens the questionnaire. */
async function scan(shop: ShopWorld, app: AppClient, sale: Sale, request: Request): Promise<Sale> {
  const number = field(request, 'number');
  if (number === '') return sale;
  const answer = await app.get<TillCardView>(`/ext/cards/${encodeURIComponent(number)}`);
  if (!answer.ok) return { ...sale, says: { look: 'bad', text: answer.sentence } };
  const { state } = answer.value;
  if (state === 'emitted') return { ...sale, blank: answer.value, card: null };
  if (state !== 'issued') return { ...sale, says: { look: 'bad', text: en.refusals[`card_${state}`] } };
  return withCard(shop, sale, answer.value);
}

/** The card is on the sale; its holder's Shopify customer too, where there is one and nobody was chosen. */
function withCard(shop: ShopWorld, sale: Sale, card: TillCardView): Sale {
  const known = card.shopifyCustomerId === null ? null : shop.customer(Number(card.shopifyCustomerId));
  return { ...sale, card, blank: null, customerId: sale.customerId ?? known?.id ?? null };
}

/** The short questionnaire: whose the blank card is from now on. */
async function handOver(shop: ShopWorld, app: AppClient, sale: Sale, request: Request): Promise<Sale> {
  if (sale.blank === null) return sale;
  const path = `/ext/cards/${sale.blank.number}/hand-over`;
  const answer = await app.post<TillCardView>(path, { customer: questionnaire(request) });
  if (!answer.ok) return { ...sale, says: { look: 'bad', text: whyNot(shop, answer) } };
  const { customerName: name, number } = answer.value;
  const text = `Card ${number} is handed over to ${name ?? 'its new holder'}.`;
  return { ...withCard(shop, sale, answer.value), says: { look: 'good', text } };
}

/** A prize the holder won, given to them here. */
async function handPrizeOver(_shop: ShopWorld, app: AppClient, sale: Sale, request: Request): Promise<Sale> {
  if (sale.card === null) return sale;
  const [drawId, lot] = [field(request, 'draw'), field(request, 'lot')];
  const won = sale.card.prizes.find((one) => one.drawId === drawId && one.lot === lot);
  const answer = await app.post<TillCardView>(`/ext/cards/${sale.card.number}/prize`, { drawId, lot });
  if (!answer.ok) return { ...sale, says: { look: 'bad', text: answer.sentence } };
  return { ...sale, card: answer.value, says: { look: 'good', text: `“${won?.prize ?? ''}” is handed over.` } };
}

/** A note of today on the holder's card. */
async function writeNote(shop: ShopWorld, app: AppClient, sale: Sale, request: Request): Promise<Sale> {
  if (sale.card === null) return sale;
  const note: NoteForm = { day: dayOf(shop.now(), shop.facts().timeZone), text: field(request, 'text') };
  const answer = await app.post<TillCardView>(`/ext/cards/${sale.card.number}/notes`, note);
  if (!answer.ok) return { ...sale, says: { look: 'bad', text: whyNot(shop, answer) } };
  return { ...sale, card: answer.value, says: { look: 'good', text: en.notes.added } };
}

function whyNot(shop: ShopWorld, { sentence, faults }: AppAnswer<unknown> & { readonly ok: false }): string {
  const speaker = { text: en, format: createFormat({ language: en.language, ...shop.facts() }) };
  return [sentence, ...faults.map((fault) => `${fault.path}: ${faultWords(fault, speaker)}`)].join(' ');
}

function questionnaire(request: Request): CustomerForm {
  const text = (name: string) => field(request, name) || null;
  return {
    firstName: text('firstName'),
    patronymic: null,
    surname: text('surname'),
    email: text('email'),
    phone: text('phone'),
    birthDate: text('birthDate'),
    gender: null,
    address: null,
    language: 'en',
  };
}

/** Looks among Shopify's customers, as the till's own search does. One found is taken at once. */
function findCustomer(shop: ShopWorld, _app: AppClient, sale: Sale, request: Request): Sale {
  const wanted = field(request, 'q').toLowerCase();
  if (wanted === '') return { ...sale, found: [] };
  const found = shop.customers().filter(({ id, email, phone }) => {
    const text = [customerName(shop.state, id), email, phone].filter(Boolean).join(' ');
    return text.toLowerCase().includes(wanted);
  });
  const [only] = found;
  if (only === undefined)
    return { ...sale, found: [], says: { look: 'gold', text: `Nobody is found by “${wanted}”.` } };
  if (found.length === 1) return { ...sale, found: [], customerId: only.id };
  return { ...sale, found: found.slice(0, FOUND_MAX).map(({ id }) => id) };
}
