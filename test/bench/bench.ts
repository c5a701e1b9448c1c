import { createCleanup } from './cleanup.ts';
import { benchEvent } from './event/bench-event.ts';
import type { Figure } from './figure.ts';
import { busyness, machine, mongodVersion } from './machine.ts';
import { benchQuote } from './quote/bench-quote.ts';
import { benchRebuild } from './rebuild/bench-rebuild.ts';
import { type Bench, startBench } from './start-bench.ts';
import { tableOf } from './table.ts';

const parts: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  quote: benchQuote,
  event: benchEvent,
  rebuild: benchRebuild,
};

const wished = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const cleanup = createCleanup();
const figures: Figure[] = [];
try {
  const bench = await startBench(cleanup, process.argv.includes('--small'));
  console.log(machine(), mongodVersion(bench.mongodBinary), busyness());
  for (const [name, part] of Object.entries(parts)) {
    if (wished.length === 0 || wished.includes(name)) figures.push(...(await part(bench)));
  }
  console.log(tableOf(figures));
  console.log(bench.peaks.list());
} finally {
  await cleanup.run();
}
