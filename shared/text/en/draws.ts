import type { DrawEvent, DrawState } from '../../domain/draw/draw.ts';
import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

const states: Readonly<Record<DrawState, string>> = {
  open: 'Open',
  closed: 'Closed, ready to draw',
  drawn: 'Drawn',
  cancelled: 'Cancelled',
};

const publicStates: Readonly<Record<DrawState, (closes: string) => string>> = {
  open: (closes) => `Open until ${closes}`,
  closed: () => 'Closed. The list is frozen, the draw comes next.',
  drawn: () => 'Drawn',
  cancelled: () => 'Cancelled',
};

const events: Readonly<Record<DrawEvent['kind'], string>> = {
  opened: 'Opened, and the commitment published',
  closed: 'Closed, and the list of lots frozen',
  drawn: 'Drawn, and the seed revealed',
  cancelled: 'Cancelled',
  handed_over: 'Prize handed over',
};

/** Prize draws among holders: the merchant's screens, and the page for everybody. */
export const draws = {
  title: 'Prize draws',
  add: 'New draw',
  empty: {
    title: 'No draw yet',
    message: 'Raffle prizes among your regulars, in a way that anybody can check.',
  },
  columns: { name: 'Name', state: 'Status', prizes: 'Prizes', lots: 'Lots', closes: 'Closes', waiting: 'To hand over' },
  states,
  prize: (count: number, name: string) => (count === 1 ? name : `${count} × ${name}`),
  lots: (count: number) => plural(count, { one: '# lot', other: '# lots' }),
  rule: {
    card: 'Everybody who holds a card when the draw closes.',
    program: (program: string) => `Everybody who takes part in “${program}” when the draw closes.`,
    level: (level: string, program: string) =>
      `Everybody who has at least ${level} of “${program}” when the draw closes.`,
    period: (from: string, to: string) => `from ${from} to ${to}`,
    purchases: (count: number) => plural(count, { one: 'at least # purchase', other: 'at least # purchases' }),
    spent: (amount: string) => `purchases of at least ${amount} together`,
    joined: { any: ' or ', all: ' and ' },
    bought: (asked: string, period: string) => `They need ${asked}, ${period}; what was returned does not count.`,
    counted: (period: string) => `Purchases count ${period}; what was returned does not.`,
    channels: (channels: string) => `Only purchases made here count: ${channels}.`,
    locations: (locations: string) => `Only purchases at these locations count: ${locations}.`,
    oneLot: 'Everybody has one lot.',
    lotPer: (count: number, max: string) =>
      plural(count, {
        one: `One lot for each purchase, at most ${max}.`,
        other: `One lot for every # purchases, at most ${max}.`,
      }),
    oneWin: 'Nobody wins twice.',
  },
  form: {
    title: 'New prize draw',
    name: 'Name of the draw',
    nameHelp: 'Shown to everybody, for example “Christmas draw”',
    prizesTitle: 'Prizes',
    prize: 'Prize',
    count: 'How many',
    addPrize: 'Add a prize',
    removePrize: (prize: string) => `Remove ${prize}`,
    prizeNumber: (index: number) => `prize ${index}`,
    whoTitle: 'Who is in it',
    among: 'Among',
    amongs: {
      card: 'Everybody who holds a card',
      program: 'Who takes part in a program',
      level: 'Who reached a level',
    },
    program: 'Program',
    level: 'Level',
    noProgram: 'No program is published yet.',
    bought: 'What they bought',
    boughts: { no: 'Makes no difference', yes: 'Only who bought in a period' },
    fromDay: 'First day',
    toDay: 'Last day',
    purchases: 'At least so many purchases',
    spent: 'At least spent in all',
    optional: 'Leave empty if it makes no difference',
    reachedBy: 'When both are given',
    reachedBys: { any: 'One of them is enough', all: 'Both are needed' },
    channels: 'Only purchases made here',
    channelsHelp: 'None chosen: everywhere',
    locations: 'Only at these locations',
    locationsHelp: 'Shopify’s numbers of the locations, with commas between. Empty: all of them.',
    lotsTitle: 'Lots',
    lots: 'How many lots',
    lotsOf: { holder: 'One lot for each holder', purchases: 'More lots for more purchases' },
    lotPer: 'One lot for every so many purchases',
    closesTitle: 'Closing',
    closesDay: 'Closes on',
    closesTime: 'At',
    closesHelp: (timeZone: string) => `By the clock of ${timeZone}. Then the list of lots is frozen.`,
    open: 'Open the draw',
    opened: 'The draw is open and its commitment published.',
    confirmTitle: 'Open this draw?',
    confirmMessage:
      'From here on nothing of it can be changed: prizes, rule and closing time are published with a ' +
      'commitment to the seed. You can still cancel it until it is drawn.',
    eligible: {
      title: 'In it as things stand now',
      holders: (holders: string, count: number) =>
        plural(count, { one: `${holders} holder`, other: `${holders} holders` }),
      lots: (lots: string) => `with ${lots} lots`,
      estimate: (looked: string, customers: string) =>
        `Estimated: ${looked} of ${customers} customers were looked at. The draw itself looks at everybody.`,
      faults: 'The number shows as soon as everything is filled in.',
      counting: 'Counting…',
    },
  },
  draw: {
    closes: 'Closes',
    closed: 'Closed',
    openHelp:
      'The list is frozen about a minute after closing, so that the last purchases have arrived. Then you can draw.',
    prizes: 'Prizes',
    rule: 'Who is in it',
    inIt: (lots: string, holders: number) =>
      plural(holders, { one: `${lots} of # holder`, other: `${lots} of # holders` }),
    noLots: 'Nobody was in it, so there is nothing to draw.',
    proof: 'Proof',
    proofHelp:
      'The commitment was published when the draw was opened. It fixes the seed and every word of the ' +
      'terms, so neither can be changed afterwards, and anybody can check it.',
    commitment: 'Commitment',
    listHash: 'Hash of the list',
    seed: 'Seed',
    sealed: 'Sealed until the draw',
    publicPage: 'Public page',
    copy: 'Anybody may look, without signing in',
    winners: 'Winners',
    columns: { prize: 'Prize', lot: 'Lot', customer: 'Customer', handedOver: 'Handed over' },
    erased: 'Somebody who asked to be forgotten',
    nameless: 'Customer without a name',
    draw: 'Draw now',
    drawTitle: 'Draw the prizes now?',
    drawMessage:
      'The seed is revealed and the winners are published with their lots. This cannot be undone or repeated.',
    drawn: 'The prizes were drawn.',
    cancel: 'Cancel draw',
    cancelTitle: 'Cancel this draw for good?',
    cancelMessage: 'Nobody wins anything. The public page says that it was cancelled.',
    cancelNote: 'Why (for your own record)',
    cancelled: 'The draw was cancelled.',
    handOver: 'Hand over',
    handOverTitle: (prize: string) => `Hand over “${prize}”?`,
    handOverMessage: (lot: string, customer: string) =>
      `Lot ${lot} of ${customer}. It is noted with the time, and that you did it.`,
    handedOver: 'The prize was handed over.',
    trail: 'What happened',
    events,
    byStaff: 'by a member of staff',
    byClock: 'by the clock',
  },
  ofCustomer: {
    title: 'Prize draws',
    lot: 'Lot',
    lots: (lots: string) => `Lots: ${lots}`,
    more: (count: number) => `and ${count} more`,
    won: (prize: string, lot: string) => `Won “${prize}” with lot ${lot}`,
    waiting: 'Not handed over yet',
    handedOver: (date: string) => `Handed over on ${date}`,
    notice: (prize: string, draw: string) => `Won “${prize}” in “${draw}”, not handed over yet.`,
  },
  page: {
    states: publicStates,
    prizes: 'Prizes',
    rule: 'Who is in it',
    winners: 'Lots that won',
    proof: 'How it cannot be rigged',
    proofHelp:
      'A random seed was made when the draw was opened, and this commitment to it published. When the draw ' +
      'closes, the list of lots is frozen. Who wins follows from the two alone.',
    commitment: 'Commitment (SHA-256)',
    closedAt: 'List frozen',
    lots: 'Lots in the list',
    listHash: 'Hash of the list (SHA-256)',
    drawnAt: 'Drawn',
    seed: 'Seed, revealed by the draw',
    check: 'Check it yourself',
    steps: [
      'Download the file of the draw. Nobody’s name is in it; the shop tells you which lots are yours.',
      'SHA-256 of the seed, a line feed and the text “terms” is the commitment.',
      'SHA-256 of all lots in ascending order, each followed by a line feed, is the hash of the list.',
      'HMAC-SHA-256, keyed by the seed’s bytes, of the hash of the list, a colon and the lot is that lot’s ' +
        'score. The lowest scores win the prizes in their order; of lots that differ only in the last ' +
        'number, one.',
    ],
    download: 'Download the file of the draw',
  },
};
