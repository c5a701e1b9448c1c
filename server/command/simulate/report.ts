import type { Month } from '../../../shared/domain/simulation/months.ts';
import type { Simulated } from '../../../shared/domain/simulation/simulate.ts';
import type { SimulatedProgram } from '../../../shared/domain/simulation/simulated-program.ts';
import { gainsOf, shareBp, totalsOf } from '../../../shared/domain/simulation/totals.ts';
import type { Mode } from '../../../shared/domain/simulation/walk-customer.ts';
import { createFormat, type Format } from '../../../shared/text/format/format.ts';
import { textOf } from '../../../shared/text/text.ts';
import { tableOf } from './table.ts';

const LANGUAGE = 'en';
const { simulation: text } = textOf(LANGUAGE);
const GAINING_MAX = 10;

type Lines = readonly string[];

function summary({ customers, nobodys, months, endsAt }: Simulated, isCard: boolean, format: Format): Lines {
  const { money, count, date } = format;
  const totals = totalsOf(customers);
  const { amountMinor, discountMinor, bookedMinor, discountedMinor } = totals;
  const firstMonth = `${months[0]?.year}-${String(months[0]?.month).padStart(2, '0')}`;
  const rows: [string, string][] = [
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

/** What a percentage is called: by its level, where the program has levels. */
function nameOf(bp: number, { mechanic }: SimulatedProgram, { percent }: Format): string {
  const level = mechanic.kind === 'levels' ? mechanic.levels.find((l) => l.discountBp === bp) : undefined;
  return level === undefined ? percent(bp) : `${level.name} ${percent(bp)}`;
}

function byMonth({ months }: Simulated, program: SimulatedProgram, format: Format): Lines {
  const { money, count } = format;
  const owed = [...new Set(months.flatMap(({ holders }) => [...holders.keys()]))].sort((a, b) => a - b);
  const isCard = program.membership.kind === 'card';
  const row = (m: Month): readonly string[] => [
    `${m.year}-${String(m.month).padStart(2, '0')}`,
    count(m.orders),
    money(m.amountMinor),
    money(m.discountMinor),
    money(m.returnedMinor),
    ...(isCard ? [count(m.withoutCard)] : []),
    ...owed.map((bp) => count(m.holders.get(bp) ?? 0)),
  ];
  const head = [text.month, text.orders, text.amount, text.discount, text.returned];
  const names = owed.map((bp) => nameOf(bp, program, format));
  return tableOf([[...head, ...(isCard ? [text.withoutCard] : []), ...names], ...months.map(row)]);
}

/** A simulation as a shopkeeper reads it in a terminal: the sums, who gains, month by month, and what was assumed. */
export function report(program: SimulatedProgram, simulated: Simulated, mode: Mode): Lines {
  const { currency, timeZone } = program;
  const format = createFormat({ language: LANGUAGE, currency, timeZone });
  const title = text.title[mode](program.name);
  const assumed = [...text.assumed, ...(mode === 'as_happened' ? [text.asHappened] : [])];
  const howSo = [text.assumptions, ...assumed.map((sentence) => `- ${sentence}`)];
  if (simulated.endsAt === null) return [title, '', text.nothing];
  return [
    ...[title, '', ...summary(simulated, program.membership.kind === 'card', format), ''],
    ...[text.whoGains, ...whoGains(simulated, format), ''],
    ...[text.monthByMonth, ...byMonth(simulated, program, format), ''],
    ...howSo,
  ];
}
