import type { PossibleCause } from '../../domain/explanation/explanation.ts';
import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

const causes: Readonly<Record<PossibleCause, string>> = {
  other_discounts: 'Another discount was taken on these goods, and the better one may have counted.',
  floor: 'The margin floor may have cut the discount of a line. Whether it was on that day is not kept.',
  typed_card_lapsed: 'The card may have been typed on another day: a typed card is good for one day.',
  unknown_at_checkout: 'No card stands on the order, and the shopper may not have been signed in at checkout.',
  no_card_scanned: 'No card was scanned at the till.',
  long_cart: 'In long carts checkout gives no reward, or not on every line; the reward stays ready.',
  other_channel: 'The order came by another way than checkout or till, where Regulars may not have been asked.',
  standing_on_its_way: 'Checkout may still have believed an older standing: a change takes a moment to reach it.',
  told_later: 'Something that happened before this order may have become known only after it.',
  same_title: 'A discount of your own with exactly our title counts as ours.',
};

/** Why the discount of one order is what it is; `shared/text/explanation-words.ts` chooses the sentence. */
export const explanation = {
  ask: 'Why?',
  askOf: (order: string) => `Why the discount of order ${order}?`,
  title: (order: string) => `The discount of order ${order}`,
  verdicts: {
    nothingOwed: 'No discount of ours was owed, and none was taken.',
    asPromised: (taken: string) => `${taken} were taken, as promised.`,
    rounded: (taken: string, owed: string) => `${taken} were taken, as promised; ${owed} before rounding at checkout.`,
    less: (taken: string, owed: string) => `${taken} were taken. Promised were ${owed}, so less was given.`,
    more: (taken: string, owed: string) => `${taken} were taken. Promised were ${owed}, so more was given.`,
    unowed: (taken: string) => `${taken} were taken, although by what is known today nothing was owed.`,
  },
  between: (from: string, to: string) => `${from} to ${to}`,
  open: 'Another discount lay on the same goods, so what ours was taken of is not known exactly.',
  program: (name: string, percent: string) => `“${name}” gave ${percent}`,
  programNothing: (name: string) => `“${name}” gave nothing`,
  programItems: (name: string) => `“${name}” rewards items`,
  programMarks: (name: string) => `“${name}” rewards marks`,
  counted: 'Counted',
  notCounted: 'Another program gave at least as much on these goods, and this one is not added to it.',
  version: (version: number, date: string) => `By version ${version} of the rule, in force since ${date}.`,
  keptVersion: (version: number, date: string, inForce: number) =>
    `By version ${version} of the rule, in force since ${date}: kept, as it gave no less than version ${inForce}.`,
  basis: {
    noCard: 'It asks for a card, and none was in use at that time.',
    cardLater: (date: string) => `It asks for a card, and the card was handed over only later, on ${date}.`,
    elsewhere: 'It does not hold where this was bought.',
    nothing: 'No level was reached just before this order.',
    fixed: (percent: string) => `Everybody in it gets ${percent} on every purchase.`,
    byHand: (percent: string) => `${percent} were given by hand, more than was earned.`,
    level: (name: string, percent: string) =>
      `${name} gives ${percent}: what had been bought before this order reached it.`,
    levelStayed: (name: string, percent: string) =>
      `${name} gives ${percent}. It had been reached before, and stays although something came back.`,
    levelBefore: (name: string, percent: string) =>
      `${name} gives ${percent}. It was reached in the period before, and holds on.`,
    items: (progress: number, of: number) => `${progress} of ${of} items were counted just before this order.`,
    ready: (count: number) => plural(count, { one: '# reward was ready.', other: '# rewards were ready.' }),
    marks: (count: number) =>
      plural(count, {
        one: '# mark was on the card just before this order.',
        other: '# marks were on the card just before this order.',
      }),
    marksByCode: 'Its rewards are taken by codes, each once.',
    itemsOfBasket: 'The items of this order itself count towards its rewards.',
    atStart: (percent: string) => `At the start, where it gives ${percent}.`,
    steps: (count: number, percent: string) =>
      plural(count, { one: `# step up, where it gives ${percent}.`, other: `# steps up, where it gives ${percent}.` }),
  },
  welcome: {
    given: (percent: string) => `A friend’s card was presented: ${percent} welcome a new customer on this order.`,
    notNew: 'A friend’s card was presented, but whoever bought was no new customer: the welcome was wrongly taken.',
    ownCard: 'A card was presented as a friend’s that was the buyer’s own: the welcome was wrongly taken.',
  },
  bonus: (percent: string) => `${percent} more were for a friend who had been brought.`,
  accumulation: (spent: string, purchases: string) =>
    `Counted until then: ${spent} in ${purchases}. This order itself never counts for its own discount.`,
  behind: (program: string) => `Purchases behind “${program}”`,
  behindOrder: 'Order',
  behindWhen: 'When',
  behindNet: 'Worth then',
  behindMore: (count: number) => plural(count, { one: 'and # older purchase', other: 'and # older purchases' }),
  lines: 'Line by line',
  outside: 'Not among the goods of the program',
  capped: (amount: string) => `${amount}: the cap was reached, the rest is at full price`,
  withRewards: (amount: string, count: number) =>
    plural(count, { one: `${amount} (# reward)`, other: `${amount} (# rewards)` }),
  line: { title: 'Product', full: 'At full price', others: 'Other discounts', owed: 'Promised', taken: 'Taken' },
  noProgram: 'No program was running at that time.',
  possible: 'What may have made the difference',
  causes,
};
