import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, told, whole } from '../figure.ts';
import type { Bench } from '../start-bench.ts';
import { inventOrders } from './invent-orders.ts';

const PART = 'f simulation';
const LINES = 500_000;
const LINES_OF_CUSTOMER = 12.5;
/** What a shop of a few years has. */
const SMALL_LINES = 62_500;
const [SECONDS_MAX, MB_MAX] = [2, 300];
/** Lines of so many units. Every basket of theirs takes rewards, which one of single units seldom does: hence twice. */
const MANY_UNITS = 80_000;
const RATIO_MAX = 2;
const RUNS = 5;
const PROGRAMS = join(import.meta.dirname, '..', '..', 'fixtures', 'programs');
/** Levels, whose walk is sums alone, and the n-th item, which walks every basket that may take a reward. */
const MEASURED = { levels: 'year-by-year.json', 'n-th item': 'the-eleventh-item.json' } as const;
/** As the npm script has it. */
const FLAGS = ['--max-semi-space-size=16', '--disable-warning=ExperimentalWarning'];

type Run = { readonly seconds: number; readonly cpuSeconds: number; readonly mb: number };

/** (f) A program over three years of a shop, from the start of the process to its end, with reading and printing. */
export async function benchSimulation({ defer, say, isSmall }: Bench): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-bench-orders-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  const figures: Figure[] = [];
  for (const lines of isSmall ? [SMALL_LINES] : [SMALL_LINES, LINES]) {
    const path = join(folder, `${lines}.csv`);
    say(`Writing ${whole(lines)} order lines …`);
    await inventOrders(path, lines, Math.round(lines / LINES_OF_CUSTOMER));
    for (const [mechanic, program] of Object.entries(MEASURED)) {
      const runs: Run[] = [];
      for (let i = 0; i < RUNS; i += 1) runs.push(await runOnce(path, join(PROGRAMS, program), '--json'));
      figures.push(...figuresOf(`${whole(lines)} order lines, ${mechanic}`, runs));
    }
  }
  return [...figures, ...(await manyUnits(folder))];
}

/**
 * The same orders with one unit a line and with very many, run in turns, so that the machine's mood hits both. With the
 * report for people, since `--json` writes every single reward that waits, of which there are millions then.
 */
async function manyUnits(folder: string): Promise<readonly Figure[]> {
  const paths = [join(folder, 'single.csv'), join(folder, 'many.csv')] as const;
  const customers = Math.round(SMALL_LINES / LINES_OF_CUSTOMER);
  await inventOrders(paths[0], SMALL_LINES, customers);
  await inventOrders(paths[1], SMALL_LINES, customers, MANY_UNITS);
  const figures: Figure[] = [];
  for (const [mechanic, program] of Object.entries(MEASURED)) {
    const seconds: [number[], number[]] = [[], []];
    for (let i = 0; i < 2 * RUNS; i += 1)
      seconds[i % 2]?.push((await runOnce(paths[i % 2] ?? paths[0], join(PROGRAMS, program))).cpuSeconds);
    const ratio = middle(seconds[1]) / middle(seconds[0]);
    const what = `lines of ${whole(MANY_UNITS)} units beside single ones, ${mechanic}; processor time`;
    figures.push({
      ...told(PART, what, `ratio ${ratio.toFixed(2)}`),
      goal: `≤ ${RATIO_MAX}`,
      held: ratio <= RATIO_MAX,
    });
  }
  return figures;
}

async function runOnce(path: string, program: string, ...options: readonly string[]): Promise<Run> {
  const startedAt = performance.now();
  const child = fork(join(import.meta.dirname, 'simulate-process.ts'), [path, program, ...options], {
    execArgv: FLAGS,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [[said]] = await Promise.all([
    Promise.race([once(child, 'message'), once(child, 'exit')]),
    once(child, 'exit'),
  ]);
  if (typeof said !== 'object' || said === null) throw new Error(`the simulation ended with ${String(said)}`);
  const { code, mb, cpuSeconds } = said as { readonly code: number; readonly mb: number; readonly cpuSeconds: number };
  if (code !== 0) throw new Error(`the simulation ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds, mb };
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function figuresOf(what: string, runs: readonly Run[]): readonly Figure[] {
  const seconds = middle(runs.map((run) => run.seconds));
  const mb = Math.max(...runs.map((run) => run.mb));
  return [
    {
      ...told(PART, `${what}, the whole process; middle of ${runs.length}`, `${seconds.toFixed(2)} s`),
      goal: `≤ ${SECONDS_MAX} s`,
      held: seconds <= SECONDS_MAX,
    },
    told(PART, `${what}, processor time`, `${middle(runs.map((run) => run.cpuSeconds)).toFixed(2)} s`),
    { ...told(PART, `${what}, most memory held`, `${whole(mb)} MB`), goal: `≤ ${MB_MAX} MB`, held: mb <= MB_MAX },
  ];
}
