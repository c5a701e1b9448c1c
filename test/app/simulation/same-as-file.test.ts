import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runSimulate } from '../../../server/command/simulate/run-simulate.ts';
import { readOrders } from '../../../server/files/orders/read-orders.ts';
import { readProgram } from '../../../server/files/program/read-program.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { type Summary, summaryOf } from '../../../shared/domain/simulation/summary.ts';
import { root } from '../../tidy/project-files.ts';
import { customer, program as programId } from '../builders.ts';
import { setUp } from '../set-up.ts';
import { asCsv, type FileOrder, fileOrders, storeOrders } from './past-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-past-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAMS = join(root, 'test', 'fixtures', 'programs');
const FILES = [
  'every-visit.json',
  'five-percent.json',
  'last-half-year.json',
  'the-eleventh-item.json',
  'wholesale-and-retail.json',
  'year-by-year.json',
] as const;
const MARGINS = [null, '0', '12.5'] as const;

/** What a customer or the whole comes to, in the words of the command. */
type Said = Readonly<Record<string, unknown>>;

/** `npm run simulate -- orders.csv program.json --json` over a file of these orders. */
async function byCommand(orders: readonly FileOrder[], program: Said): Promise<readonly Said[]> {
  writeFileSync(join(folder, 'orders.csv'), asCsv(orders, String(program.currency)));
  writeFileSync(join(folder, 'program.json'), JSON.stringify(program));
  let text = '';
  const out = (piece: string) => {
    text += piece;
  };
  const err = (piece: string) => {
    throw new Error(piece);
  };
  await runSimulate(['orders.csv', 'program.json', '--json'], { from: folder, out, err, now: () => 0 });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Said);
}

/** The same program over the same orders, as the shop has them and the screen shows them. */
async function byScreen(orders: readonly FileOrder[], file: object): Promise<Summary> {
  const read = readProgram(file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { program, marginBp } = read.value;
  const world = await setUp({ currency: program.currency, timeZone: program.timeZone });
  const { stores, shop, useCases } = world;
  const known = await stores.shops.find(shop);
  if (known === null) throw new Error('the shop is there');
  await stores.shops.change(shop, {
    settings: { ...known.settings, floorOn: marginBp !== null, marginBp: marginBp ?? 0 },
  });
  await storeOrders(world, orders);
  const made = { id: programId(1), name: program.name, draft: null, createdAt: 0, endedAt: null, lastVersion: 1 };
  await stores.programs.create(shop, { ...made, state: 'published' });
  await stores.programs.publish(shop, {
    ...program,
    programId: programId(1),
    version: 1,
    effectiveAt: 0,
    endsAt: null,
  });
  const asked = { programs: [{ programId: programId(1), version: 1 }], fromDay: '', toDay: '' };
  const started = await useCases.startSimulation(shop, asked, null);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  await useCases.runNextSimulation(new AbortController().signal);
  const [result] = (await stores.simulations.find(shop, started.value.id))?.result ?? [];
  if (result === undefined) throw new Error('the simulation is done');
  return result;
}

/** What the same walk over that file is summed up to: months, groups and places too, which `--json` does not print. */
async function ofFile(file: Said): Promise<Summary> {
  const read = readProgram(file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { program, marginBp } = read.value;
  const orders = await readOrders(join(folder, 'orders.csv'), program.currency, () => undefined);
  if (!orders.ok) throw new Error(JSON.stringify(orders.error));
  const tell = () => undefined;
  return summaryOf(program, simulate(program, orders.value, { mode: 'with_program', marginBp, tell }));
}

/** A file has names of its own for customers, and so who gains the same comes in another order. */
const withoutNames = ({ gains: { top: _top, ...gains }, ...summary }: Summary) => ({ ...summary, gains });

const whole = ({ totals, nobodys, endsAt }: Summary): Said => ({
  customers: totals.customers,
  cards: totals.cards,
  orders: totals.orders,
  discount: totals.discountMinor,
  booked: totals.bookedMinor,
  returned: totals.returnedMinor,
  floor_saved: totals.floorSavedMinor,
  orders_without_customer: nobodys.orders,
  amount_without_customer: nobodys.amountMinor,
  as_of: endsAt === null ? null : new Date(endsAt).toISOString(),
});

/** Who gains, by id: at most three people buy here, so all of them are among the first. */
const gaining = ({ gains }: Summary) =>
  gains.top
    .map(({ customerId, discountMinor, bookedMinor }) => [customerId, discountMinor, bookedMinor])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

describe('a simulation on the screen', () => {
  it('says to the minor unit what npm run simulate says of a file with the same orders', async () => {
    await fc.assert(
      fc.asyncProperty(
        fileOrders,
        fc.constantFrom(...FILES),
        fc.constantFrom(...MARGINS),
        async (orders, name, margin) => {
          const file = JSON.parse(readFileSync(join(PROGRAMS, name), 'utf8')) as Said;
          const program = { ...file, ...(margin === null ? {} : { margin }) };
          const [found, said] = [await byScreen(orders, program), await byCommand(orders, program)];
          expect(withoutNames(found)).toEqual(withoutNames(await ofFile(program)));
          const { currency: _currency, ...totals } = said.at(-1) ?? {};
          expect(whole(found)).toEqual(totals);
          const people = said.slice(0, -1).filter(({ discount }) => Number(discount) > 0);
          const wanted = people.map((one) => [customer(Number(one.customer_id)), one.discount, one.booked]);
          expect(gaining(found)).toEqual(wanted.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
        },
      ),
      { seed: 682, numRuns: 300 },
    );
  });
});
