import type { ReadDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Mode } from '../../../shared/domain/simulation/frame.ts';
import type { Month } from '../../../shared/domain/simulation/months.ts';
import type { Place } from '../../../shared/domain/simulation/places.ts';
import type { Simulated } from '../../../shared/domain/simulation/simulate.ts';
import { gainsOf, rewardTotalsOf, shareBp, totalsOf } from '../../../shared/domain/simulation/totals.ts';
import { marginOf, type Turnover } from '../../../shared/domain/simulation/turnover.ts';
import { createFormat, type Format } from '../../../shared/text/format/format.ts';
import { textOf } from '../../../shared/text/text.ts';
import { tableOf } from './table.ts';

const LANGUAGE = 'en';
const { simulation: text } = textOf(LANGUAGE);
const GAINING_MAX = 10;

type Lines = readonly string[];

type Rows = readonly [name: string, value: string][];

/** What became of rewards, where the program has any. */
function rewardRows({ customers }: Simulated, { mechanic }: ReadDraft, format: Format): Rows {
  if (mechanic.kind === 'marks') return markRows(customers, format);
  if (mechanic.kind !== 'nth_item') return [];
  const { money, count } = format;
  const { taken, waiting, worthMinor, holders, missing } = rewardTotalsOf(customers);
  return [
    [text.rewardsTaken, count(taken)],
    [text.rewardsWaiting, waiting === 0 ? count(0) : text.waitingWith(waiting, money(worthMinor), holders, format)],
    [text.itemsMissing, count(missing)],
  ];
}

/** What became of the rewards of cards of marks; what waits has no worth before somebody takes it. */
function markRows(customers: Simulated['customers'], { count }: Format): Rows {
  const { taken, holders, missing } = rewardTotalsOf(customers);
  return [
    [text.rewardsTaken, count(taken)],
    [text.holdersReady, count(holders)],
    [text.marksMissing, count(missing)],
  ];
}

/** What is left over unit costs, where any is known; what it cost can be more than it was sold at. */
function marginRows({ places }: Simulated, format: Format): Rows {
  const margin = marginOf(places);
  if (margin === null) return [];
  return [[text.margin, text.marginFell(signed(margin.beforeMinor, format), signed(margin.afterMinor, format))]];
}

const signed = (minor: number, { money }: Format): string => (minor < 0 ? `−${money(-minor)}` : money(minor));

function summary(simulated: Simulated, program: ReadDraft, format: Format): Lines {
  const { customers, nobodys, months, endsAt } = simulated;
  const { money, count, date } = format;
  const totals = totalsOf(customers);
  const { amountMinor, discountMinor, bookedMinor, discountedMinor } = totals;
  const firstMonth = `${months[0]?.year}-${String(months[0]?.month).padStart(2, '0')}`;
  const isCard = program.membership.kind === 'card';
  const rows: Rows = [
    [text.period, `${firstMonth} – ${date(endsAt ?? 0)}`],
    [text.customers, count(totals.customers) + (isCard ? text.ofThem(totals.cards, format) : '')],
    [text.orders, count(totals.orders)],
    [text.nobodys, text.nobodysOrders(nobodys.orders, money(nobodys.amountMinor))],
    [text.amount, money(amountMinor)],
    [text.discount, money(discountMinor) + text.share(shareBp(discountMinor, amountMinor), format)],
    [text.booked, money(bookedMinor)],
    [text.discounted, money(discountedMinor) + text.shareOfCharged(shareBp(discountedMinor, bookedMinor), format)],
    [text.returned, money(totals.returnedMinor)],
    [text.floorSaved, money(totals.floorSavedMinor)],
    ...marginRows(simulated, format),
    ...rewardRows(simulated, program, format),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function whoGains({ customers }: Simulated, format: Format): Lines {
  const gains = gainsOf(customers);
  const { discountMinor } = totalsOf(customers);
  if (gains.customers.length === 0) return [text.gaining(0, 0, format)];
  const most = gains.customers.slice(0, GAINING_MAX);
  return [
    text.gaining(gains.customers.length, shareBp(gains.customers.length, customers.length), format),
    text.firstTenth(shareBp(gains.firstTenthMinor, discountMinor), format),
    ...tableOf([
      [text.customer, text.discountOf, text.bookedOf],
      ...most.map((c) => [c.customerId, format.money(c.discountMinor), format.money(c.bookedMinor)]),
    ]),
  ];
}

/** A column of the months: how many of the customers who take part are owed just this. */
type Column = { readonly name: string; readonly holds: (owed: number) => boolean };

/** What a percentage is called: by its level, where the program has levels. */
function nameOf(bp: number, { mechanic }: ReadDraft, { percent }: Format): string {
  const level = mechanic.kind === 'levels' ? mechanic.levels.find((l) => l.discountBp === bp) : undefined;
  return level === undefined ? percent(bp) : `${level.name} ${percent(bp)}`;
}

/** Each percentage that anybody was owed; of rewards only whether any is ready. */
function columnsOf({ months }: Simulated, program: ReadDraft, format: Format): readonly Column[] {
  if (program.mechanic.kind === 'nth_item' || program.mechanic.kind === 'marks') {
    return [
      { name: text.noneReady, holds: (ready) => ready === 0 },
      { name: text.rewardReady, holds: (ready) => ready > 0 },
    ];
  }
  const owed = [...new Set(months.flatMap(({ holders }) => [...holders.keys()]))].sort((a, b) => a - b);
  return owed.map((bp) => ({ name: nameOf(bp, program, format), holds: (other) => other === bp }));
}

function holdersOf({ holders }: Month, { holds }: Column): number {
  let sum = 0;
  for (const [owed, count] of holders) if (holds(owed)) sum += count;
  return sum;
}

/** What months and places are told of alike; what nothing is known of is left out. */
function turnoverColumns({ places }: Simulated, { money, count, ...format }: Format) {
  const hasFloor = places.some(({ floorSavedMinor }) => floorSavedMinor > 0);
  const hasCosts = marginOf(places) !== null;
  const marginAfter = (one: Turnover): string => {
    const margin = marginOf([one]);
    return margin === null ? '' : signed(margin.afterMinor, { money, count, ...format });
  };
  return {
    names: [
      ...[text.orders, text.amount, text.discount, text.returned],
      ...(hasFloor ? [text.floorCut] : []),
      ...(hasCosts ? [text.marginAfter] : []),
    ],
    cells: (one: Turnover): readonly string[] => [
      ...[count(one.orders), money(one.amountMinor), money(one.discountMinor), money(one.returnedMinor)],
      ...(hasFloor ? [money(one.floorSavedMinor)] : []),
      ...(hasCosts ? [marginAfter(one)] : []),
    ],
  };
}

/** Where it was bought, if the file says so anywhere. */
function byPlace(simulated: Simulated, format: Format): Lines {
  const { places } = simulated;
  if (places.every(({ locationId, channel }) => locationId === null && channel === null)) return [];
  const { names, cells } = turnoverColumns(simulated, format);
  const row = (place: Place) => [String(place.locationId ?? '–'), place.channel ?? '–', ...cells(place)];
  return [text.whereBought, ...tableOf([[text.location, text.channel, ...names], ...places.map(row)]), ''];
}

function byMonth(simulated: Simulated, program: ReadDraft, format: Format): Lines {
  const { count } = format;
  const { names: told, cells } = turnoverColumns(simulated, format);
  const columns = columnsOf(simulated, program, format);
  const isCard = program.membership.kind === 'card';
  const row = (m: Month): readonly string[] => [
    `${m.year}-${String(m.month).padStart(2, '0')}`,
    ...cells(m),
    ...(isCard ? [count(m.withoutCard)] : []),
    ...columns.map((column) => count(holdersOf(m, column))),
  ];
  const head = [text.month, ...told];
  const names = columns.map(({ name }) => name);
  return tableOf([[...head, ...(isCard ? [text.withoutCard] : []), ...names], ...simulated.months.map(row)]);
}

/** A simulation as a shopkeeper reads it in a terminal: the sums, who gains, months, places, and what was assumed. */
export function report(program: ReadDraft, simulated: Simulated, mode: Mode): Lines {
  const { currency, timeZone } = program;
  const format = createFormat({ language: LANGUAGE, currency, timeZone });
  const title = text.title[mode](program.name);
  const ofRewards = program.mechanic.kind === 'nth_item' ? text.assumedOfRewards : [];
  const ofMargin = marginOf(simulated.places) === null ? [] : [text.assumedOfMargin];
  const ofReferral = program.referral === undefined ? [] : [text.assumedOfReferral];
  const asHappened = mode === 'as_happened' ? [text.asHappened] : [];
  const assumed = [...text.assumed, ...ofRewards, ...ofReferral, ...ofMargin, ...asHappened];
  const howSo = [text.assumptions, ...assumed.map((sentence) => `- ${sentence}`)];
  if (simulated.endsAt === null) return [title, '', text.nothing];
  return [
    ...[title, '', ...summary(simulated, program, format), ''],
    ...[text.whoGains, ...whoGains(simulated, format), ''],
    ...[text.monthByMonth, ...byMonth(simulated, program, format), ''],
    ...byPlace(simulated, format),
    ...howSo,
  ];
}
