import type { PosterWords } from './poster-words.ts';

export const en: PosterWords = {
  everyone: 'Every customer of ours takes part.',
  cardForAll: 'Everybody who buys gets a card.',
  cardFrom: (amount) => `You get your card with a single purchase of ${amount} or more.`,
  earlierCount: 'What you bought before you had the card counts too.',
  onlyProducts: {
    one: 'It is about one chosen product: ask us which. Other goods neither count nor get a discount.',
    other: 'It is about # chosen products: ask us which. Other goods neither count nor get a discount.',
  },
  exceptProducts: {
    one: 'One product is left out: it neither counts nor gets a discount. Ask us which.',
    other: '# products are left out: they neither count nor get a discount. Ask us which.',
  },
  onlyWeb: 'It holds in our web shop only: what you buy elsewhere neither counts nor gets a discount.',
  onlyTill: 'It holds at our tills only: what you buy on the web neither counts nor gets a discount.',
  onlyLocations: {
    one: 'Of our shops it holds at one only: ask us which.',
    other: 'Of our shops it holds at # only: ask us which.',
  },
  notesKept: (label) => `With your card we keep dated notes for you (${label}).`,
  always: (percent) => `You get ${percent} off every purchase.`,
  level: (percent, when) => `${percent} off: ${when}.`,
  spent: (amount) => `once you have spent ${amount}`,
  purchases: { one: 'after # purchase', other: 'after # purchases' },
  or: 'or',
  and: 'and',
  stepUp: (start, step, cap) => `Your first purchase gets ${start} off, each further one ${step} more, up to ${cap}.`,
  nthItem: {
    one: 'For every item you buy, {percent} of its price is taken off another one.',
    other: 'For every # items you buy, {percent} of what they cost together is taken off one more.',
  },
  marksByProduct: {
    one: 'Buying the listed product sets a mark on your card.',
    other: 'Each of the # listed products sets one mark on your card when you buy it.',
  },
  marksByItem: {
    one: 'Every item of the listed product that you buy sets a mark on your card.',
    other: 'Every item of the # listed products that you buy sets a mark on your card.',
  },
  marksByPurchase: 'Every purchase sets a mark on your card.',
  markReward: { one: 'From # mark on: {reward}.', other: 'From # marks on: {reward}.' },
  percentOnce: (percent) => `${percent} off one purchase`,
  gift: 'a gift',
  choice: (one, other) => `${one} or ${other}, as you choose`,
  marksKept: 'Taking a reward keeps your marks, up to the last reward.',
  marksSpent: 'Taking a reward uses up the marks it asks for.',
  marksBeginAnew: 'When you have taken the last reward, your card begins anew.',
  returnedPurchaseMarkGoes: 'A purchase that you return in full takes its mark with it.',
  returnedMarkGoes: 'A listed product that you return takes its mark with it.',
  rewardLapses: 'Never more than that item costs; the rest lapses.',
  rewardCarries: 'Never more than that item costs; the rest goes on to the next item of the same purchase.',
  rewardedApart: 'The item with the discount is not counted.',
  rewardedCounts: 'The item with the discount counts as well.',
  unusedLapses: {
    one: 'A reward that you do not use lapses a day after the purchase that earned it.',
    other: 'A reward that you do not use lapses # days after the purchase that earned it.',
  },
  unusedWaits: 'A reward that you do not use waits for you, also when we start counting anew.',
  returnedItemDoesNotCount: 'An item you return no longer counts.',
  stepBack: {
    one: 'A whole day without a purchase takes one step back.',
    other: 'Every # days without a purchase take one step back.',
  },
  backToStart: {
    one: 'After a day without a purchase it begins anew.',
    other: 'After # days without a purchase it begins anew.',
  },
  returnedDoesNotCount: 'A purchase that is returned in full no longer counts.',
  windows: {
    lifetime: 'Everything you buy from us is added up, without an end.',
    calendar_year: 'What you buy in a calendar year is added up. On 1 January we start counting anew.',
    card_year: 'What you buy in a year of your card is added up. A year after the card was issued we start anew.',
  },
  rollingDays: {
    one: 'What you bought in the last day is added up.',
    other: 'What you bought in the last # days is added up.',
  },
  rollingMonths: {
    one: 'What you bought in the last month is added up.',
    other: 'What you bought in the last # months is added up.',
  },
  fromNextPurchase: 'A purchase counts for the discount of the next one, not for its own.',
  levelFollows: 'Goods you return are taken off the total, and the discount follows it.',
  levelStays: 'A discount you have reached stays when goods are returned.',
  levelHoldsNext: 'What you have reached also holds for the whole year after.',
  added: (upTo) => `This is added to what our other programs give you, up to ${upTo} together.`,
  orderCap: (most) => `At most ${most} is taken off one purchase; the rest is at full price.`,
  monthCap: (most) =>
    `At most ${most} is taken off in a calendar month; then you pay full price until the next one begins.`,
  ends: (at) => `The program ends: ${at}.`,
  friendWelcomed: (percent) =>
    `Hand your card on to somebody who has never bought from us: they get ${percent} off that first purchase.`,
  giverOnce: (percent) => `For that your own next purchase gets ${percent} more off, once for each friend.`,
  giverForGood: (percent) => `For that your own purchases get ${percent} more off, for good.`,
  friendReturned: {
    one: 'If your friend returns everything within a day, this bonus is taken back.',
    other: 'If your friend returns everything within # days, this bonus is taken back.',
  },
  kept: (before) => `Whoever took part before ${before} keeps what was promised then, wherever it gives more.`,
  keptUntil: (before, until) =>
    `Whoever took part before ${before} keeps what was promised then, wherever it gives more, until ${until}.`,
};
