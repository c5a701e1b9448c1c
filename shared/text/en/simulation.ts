import type { Mode } from '../../domain/simulation/frame.ts';
import type { Format } from '../format/format.ts';
import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

const title: Readonly<Record<Mode, (program: string) => string>> = {
  with_program: (program) => `What if “${program}” had run?`,
  as_happened: (program) => `What would everybody have if “${program}” began to look now?`,
};

/** What a simulation says of a shop's past. */
export const simulation = {
  title,
  period: 'Period',
  customers: 'Customers',
  ofThem: (cards: number, { count }: Format) => `, ${count(cards)} of them with a card`,
  orders: 'Orders',
  nobodys: 'Without a customer',
  nobodysOrders: (orders: number, amount: string) =>
    `${plural(orders, { one: '# order', other: '# orders' })} over ${amount} took no part`,
  amount: 'Before our discounts',
  discount: 'Cost of discounts',
  share: (bp: number, { percent }: Format) => ` (${percent(bp)} of it)`,
  booked: 'Charged',
  discounted: 'Charged with a discount',
  shareOfCharged: (bp: number, { percent }: Format) => ` (${percent(bp)} of what was charged)`,
  returned: 'Came back later',
  floorSaved: 'Saved by the margin floor',
  margin: 'Margin where costs are known',
  marginFell: (before: string, after: string) => `${before} before our discounts, ${after} after them`,
  rewardsTaken: 'Rewards taken',
  rewardsWaiting: 'Rewards waiting at the end',
  waitingWith: (waiting: number, worth: string, holders: number, { count }: Format) =>
    `${count(waiting)} worth ${worth}, with ${plural(holders, { one: '# customer', other: '# customers' })}`,
  holdersReady: 'Customers with a reward ready at the end',
  marksMissing: 'Marks missing at the end',
  itemsMissing: 'Items missing at the end',
  nothing: 'There are no orders in this file.',
  whoGains: 'Who gains',
  gaining: (gaining: number, bp: number, { percent }: Format) =>
    `${plural(gaining, { one: '# customer gets', other: '# customers get' })} a discount (${percent(bp)} of all).`,
  firstTenth: (bp: number, { percent }: Format) => `The tenth of them that gets most gets ${percent(bp)} of it.`,
  customer: 'Customer',
  discountOf: 'Discount',
  bookedOf: 'Charged',
  monthByMonth: 'Month by month; customers by what they are owed at the end of the month',
  whereBought: 'By location and channel',
  location: 'Location',
  channel: 'Channel',
  floorCut: 'Floor saved',
  marginAfter: 'Margin',
  month: 'Month',
  withoutCard: 'No card',
  rewardReady: 'Reward ready',
  noneReady: 'None ready',
  assumptions: 'How this was worked out',
  assumed: [
    'People buy the same as they did: nobody buys more, less or at another time because of the program.',
    'Discounts of then are part of the price; the program’s come on top of them, line by line, rounded half up.',
    'Each purchase gets what its buyer had by then, from everything before it; returns count from their own instant.',
    'A card is handed over with the first purchase that reaches the program’s amount before our discounts.',
  ],
  assumedOfRewards: [
    'A reward that waits goes to the dearest unit of the next purchase; one that a basket earns, to the dearest left.',
    'Rewards are per unit: of each line the first units took them, and what comes back takes those units last.',
  ],
  assumedOfReferral: 'Past orders do not tell who handed a card on, so no friend is welcomed and no giver has a bonus.',
  assumedOfMargin: 'The margin is that of all goods sold whose unit cost is known, also of those that came back later.',
  asHappened: 'Nothing was taken off: this counts what was paid.',
};
