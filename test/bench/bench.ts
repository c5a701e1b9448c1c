import { createCleanup } from './cleanup.ts';
import { benchEvent } from './event/bench-event.ts';
import type { Figure } from './figure.ts';
import { benchFunction } from './function/bench-function.ts';
import { busyness, machine, mongodVersion } from './machine.ts';
import { benchQuote } from './quote/bench-quote.ts';
import { benchRebuild } from './rebuild/bench-rebuild.ts';
import { type Bench, startBench } from './start-bench.ts';
import { tableOf } from './table.ts';
import { benchWebhook } from './webhook/bench-webhook.ts';

const parts: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  webhook: benchWebhook,
  quote: benchQuote,
  event: benchEvent,
  rebuild: benchRebuild,
};

/** Everything that is measured on a server, or the parts that were named. */
async function benchServer(args: readonly string[]): Promise<void> {
  const wished = args.filter((arg) => !arg.startsWith('-'));
  const cleanup = createCleanup();
  const figures: Figure[] = [];
  try {
    const bench = await startBench(cleanup, args.includes('--small'));
    console.log(machine(), mongodVersion(bench.mongodBinary), busyness());
    for (const [name, part] of Object.entries(parts)) {
      if (wished.length === 0 || wished.includes(name)) figures.push(...(await part(bench)));
    }
    console.log(tableOf(figures));
    console.log(bench.peaks.list());
  } finally {
    await cleanup.run();
  }
}

const [first, ...others] = process.argv.slice(2);
if (first === 'function') process.exitCode = (await benchFunction(others)) ? 0 : 1;
else await benchServer(process.argv.slice(2));
