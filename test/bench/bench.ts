// What Regulars is worth in figures, measured on this machine in one run: see README.md beside it.

import { createCleanup } from './cleanup.ts';
import { benchEvent } from './event/bench-event.ts';
import { type Figure, told } from './figure.ts';
import { benchFunction } from './function/bench-function.ts';
import { busyness, machine, mongodVersion } from './machine.ts';
import { memoryFigures } from './processes/memory-figures.ts';
import { benchQuote } from './quote/bench-quote.ts';
import { benchRebuild } from './rebuild/bench-rebuild.ts';
import { benchSimulation } from './simulation/bench-simulation.ts';
import { type Bench, startBench } from './start-bench.ts';
import { tableOf } from './table.ts';
import { benchWebhook } from './webhook/bench-webhook.ts';

const parts = {
  webhook: benchWebhook,
  quote: benchQuote,
  event: benchEvent,
  rebuild: benchRebuild,
  simulation: benchSimulation,
} as const satisfies Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>>;

type Part = keyof typeof parts;

const ALL = Object.keys(parts) as readonly Part[];
const USAGE = `npm run bench -- [${ALL.join(' | ')}]… [--small], or function --rig PATH`;
/** Nothing here takes so long; whatever hangs is ended. */
const LONGEST_MS = 25 * 60_000;

const [first, ...others] = process.argv.slice(2);
if (first === 'function') process.exitCode = (await benchFunction(others)) ? 0 : 1;
else process.exitCode = await benchServer(process.argv.slice(2));

/** The parts that were named, or all of them. Answers the exit code: 0 when every goal is held. */
async function benchServer(args: readonly string[]): Promise<number> {
  const wished = args.filter((arg) => arg !== '--small');
  const unknown = wished.filter((name) => !ALL.some((part) => part === name));
  if (unknown.length > 0) {
    console.error(`${unknown.join(', ')}: unknown. ${USAGE}`);
    return 2;
  }
  const cleanup = createCleanup();
  const stopEarly = async (code: number): Promise<never> => {
    await cleanup.run();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopEarly(130));
  setTimeout(() => void stopEarly(1), LONGEST_MS).unref();
  try {
    const isSmall = args.includes('--small');
    const figures = await measure(await startBench(cleanup, isSmall), wished.length === 0 ? ALL : wished);
    console.log(`\n${tableOf(figures)}`);
    return verdict(figures);
  } finally {
    await cleanup.run();
  }
}

async function measure(bench: Bench, wished: readonly string[]): Promise<readonly Figure[]> {
  console.log(`${machine()}\n${mongodVersion(bench.mongodBinary)}, one member, journaled, on this disk`);
  console.log(`processes that wanted a core in the last minute, ours not among them: ${busyness()}`);
  const figures: Figure[] = [];
  for (const name of ALL) {
    if (!wished.includes(name)) continue;
    console.log(`\nMeasuring: ${name} …`);
    figures.push(...(await parts[name](bench).catch((error: unknown) => notMeasured(name, error))));
  }
  console.log(`processes that wanted a core in the last minute, ours among them: ${busyness()}`);
  return [...figures, ...memoryFigures(bench.peaks)];
}

/** One part that breaks does not take the others with it, and is no goal held. */
function notMeasured(name: Part, error: unknown): readonly Figure[] {
  console.error(error);
  return [{ ...told(name, 'could not be measured; the reason stands above', ''), goal: 'a figure', held: false }];
}

function verdict(figures: readonly Figure[]): number {
  const goals = figures.filter(({ held }) => held !== null);
  const missed = goals.filter(({ held }) => held === false);
  console.log(`\n${goals.length - missed.length} of ${goals.length} goals held.`);
  return missed.length === 0 ? 0 : 1;
}
