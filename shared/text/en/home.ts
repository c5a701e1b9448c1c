import type { Attention, GuideStep, ImportView } from '../../contract/api.ts';
import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

const step = (title: string, help: string, action: string) => ({ title, help, action });

const guideSteps: Readonly<Record<GuideStep, { title: string; help: string; action: string }>> = {
  publish_program: step(
    'Publish your first program',
    'A program says what regular customers earn. The wizard explains each step and shows an example as you type.',
    'Create a program',
  ),
  emit_cards: step(
    'Create a series of cards',
    'Every card gets its own number that nobody can guess. Print them or hand them out as they are.',
    'Create cards',
  ),
  import_history: step(
    'Bring in your past orders',
    'So that customers keep what they have already earned with you.',
    'Import from Shopify',
  ),
  place_card_field: step(
    'Let shoppers type their card number',
    'In your theme editor, add the app block “Card number” to the cart page. Logged-in customers do not need it.',
    'Open the theme editor',
  ),
  first_purchase: step(
    'See the first purchase count',
    'As soon as a customer pays an order, it shows on the customer’s page together with the reason for each change.',
    'Open customers',
  ),
};

const attention: Readonly<Record<Attention['kind'], (count: number) => string>> = {
  refused_webhooks: (n) =>
    plural(n, {
      one: '# delivery from Shopify could not be read',
      other: '# deliveries from Shopify could not be read',
    }),
  failed_webhooks: (n) =>
    plural(n, { one: '# delivery from Shopify could not be processed', other: '# deliveries could not be processed' }),
  card_guessing: (n) =>
    plural(n, {
      one: 'Somebody is guessing card numbers: # try in the last day',
      other: 'Somebody is guessing card numbers: # tries in the last day',
    }),
  rewards_used_twice: (n) =>
    plural(n, {
      one: 'Two orders of # customer used the same reward',
      other: 'Orders of # customers used the same reward twice',
    }),
  entitlements_waiting: (n) =>
    plural(n, {
      one: '# customer’s discount is still on its way to checkout',
      other: '# customers’ discounts are still on their way to checkout',
    }),
  customers_to_check: (n) =>
    plural(n, { one: '# customer’s details are to be completed', other: '# customers’ details are to be completed' }),
  cards_due: (n) => plural(n, { one: '# customer is due a card', other: '# customers are due a card' }),
  discount_missing: () => 'The automatic discount is missing in your shop: nobody gets a discount at checkout',
};

const attentionActions: Readonly<Record<Attention['kind'], string>> = {
  refused_webhooks: 'See deliveries',
  failed_webhooks: 'See deliveries',
  card_guessing: 'See cards',
  rewards_used_twice: 'See customers',
  entitlements_waiting: 'See customers',
  customers_to_check: 'See customers',
  cards_due: 'See customers',
  discount_missing: 'Repair in settings',
};

const importKinds: Readonly<Record<ImportView['kind'], string>> = {
  customers: 'Customers',
  orders: 'Orders',
  costs: 'Product costs',
};
const importStates: Readonly<Record<ImportView['state'], string>> = {
  running: 'Shopify is preparing the data',
  reading: 'Reading',
  done: 'Done',
  failed: 'Failed',
};

export const home = {
  title: 'Home',
  guide: {
    title: 'Set-up guide',
    progress: (done: number, all: number) => `${done} of ${all} steps done`,
    complete: 'Everything is set up. Your regulars are being looked after.',
    stepDone: 'Done:',
    stepOpen: 'To do:',
    steps: guideSteps,
  },
  figures: {
    title: 'Key figures',
    customers: 'Customers',
    holders: 'With a card',
    cardsIssued: 'Cards handed over',
    purchases30: 'Purchases, 30 days',
    revenue30: 'Revenue, 30 days',
    discount30: 'Discounts, 30 days',
  },
  chart: {
    title: 'Last 30 days',
    summary: (revenue: string, discount: string) =>
      `Revenue ${revenue}, of which ${discount} was given as discounts on top.`,
    revenue: 'Revenue',
    discount: 'Discounts given',
    day: 'Day',
    purchases: 'Purchases',
    bar: (day: string, revenue: string, discount: string) => `${day}: ${revenue} revenue, ${discount} discounts`,
    empty: 'No purchases in the last 30 days yet.',
    table: 'Show as a table',
  },
  attention: {
    title: 'Needs attention',
    nothing: 'Nothing needs your attention.',
    urgent: 'Urgent:',
    soon: 'When there is time:',
    andMore: (sentence: string) => `${sentence}, and more`,
    words: attention,
    actions: attentionActions,
  },
  imports: {
    title: 'Import from Shopify',
    kinds: importKinds,
    states: importStates,
    progress: (done: string, total: string | null) => (total === null ? `${done} so far` : `${done} of ${total}`),
    started: 'The import has started.',
    again: 'Import again',
  },
};
