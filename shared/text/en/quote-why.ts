import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

/** Why a cart is quoted as it is; `shared/text/quote-why-words.ts` chooses the sentence of a line. */
export const quoteWhy = {
  action: 'Try a cart',
  title: 'Try a cart',
  help: 'Put goods together as at the till, and read what each line would get and why. Nothing is booked.',
  product: 'Product of this shop',
  productHelp: 'For programs that are about some products only. It fills in name and price; both may be changed.',
  name: 'Name',
  quantity: 'Quantity',
  price: 'Price of one',
  cost: 'Cost of one',
  costHelp: 'Leave it empty where it is not known.',
  isGiftCard: 'This is a gift card',
  add: 'Add a line',
  remove: (line: number) => `Remove line ${line}`,
  line: (line: number) => `Line ${line}`,
  when: 'As of',
  whenNow: 'Now',
  whenThen: 'An earlier moment, by the settings of today',
  whenQuote: 'An old quote, by its reference',
  day: 'Day',
  time: 'Time',
  timeHelp: (zone: string) => `In the time of the shop (${zone}).`,
  timeWrong: 'Enter a day and a time such as 14:30.',
  reference: 'Reference of the quote',
  referenceHelp: 'The till and each answer here name it. With the goods of that quote, the same comes out as then.',
  referenceWrong: 'This is no reference of a quote. Please look for a slip, such as two letters in the wrong order.',
  ofReference: (reference: string) => `Reference of this quote: ${reference}.`,
  ask: 'Show the quote',
  askAt: (when: string) => `As of ${when}`,
  empty: 'Put something into the cart to see what it would get.',
  lines: 'Line by line',
  columns: { name: 'Product', amount: 'Before', discount: 'Discount', pays: 'To pay', why: 'Why' },
  total: (discount: string) => `The discount of this cart is ${discount}.`,
  noTotal: 'This cart gets no discount.',
  saved: (amount: string) => `The margin floor cut ${amount} of it.`,
  basis: (entry: number) => `It stands on entry ${entry} of the journal.`,
  asThen: 'What the journal had promised by that entry is what comes out today.',
  notAsThen: (percent: string) =>
    [
      `By that entry the journal had promised ${percent}, and for this moment something else comes out today.`,
      'Either the entry is of another moment, or something of before was told later.',
    ].join(' '),
  reasons: {
    giftCard: 'A gift card is money for goods to come, so nothing is taken off it.',
    code: (program: string, amount: string) => `The code of a one-off reward of “${program}” gives ${amount}.`,
    besideCode: 'A code is on the whole sale, and beside it nothing is taken off this line.',
    outside: (program: string) => `It is not among the goods of “${program}”.`,
    nothing: 'Nothing is owed on it.',
    percent: (program: string, percent: string, amount: string) => `“${program}” gives ${percent}, which is ${amount}.`,
    rewards: (program: string, count: number, amount: string) =>
      plural(count, {
        one: `It takes # reward of “${program}”, which gives ${amount}.`,
        other: `It takes # rewards of “${program}”, which give ${amount}.`,
      }),
    rest: (program: string, amount: string) => `What was left of a reward of “${program}” gives ${amount}.`,
    cap: (cut: string) => `The cap is reached, so ${cut} of it is at full price.`,
    floor: (floor: string, cut: string) => `The margin floor keeps it at ${floor} or more, so ${cut} of it is cut.`,
  },
};
