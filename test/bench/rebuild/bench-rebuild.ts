import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { openBenchShop } from '../bench-shop.ts';
import { type Figure, told, whole } from '../figure.ts';
import { startArguments } from '../processes/start-app.ts';
import type { Bench } from '../start-bench.ts';
import { type Seeded, seedPurchases } from './seed-purchases.ts';

const PART = 'd rebuild';
const PURCHASES = 1_000_000;
const SECONDS_PER_MILLION = 60;

type Pass = Seeded & {
  readonly different: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
};

/** (d) Everybody's standing anew from all facts: once with nothing stored yet, then with everything stored. */
export async function benchRebuild(bench: Bench): Promise<readonly Figure[]> {
  const uri = bench.databaseOf('rebuild');
  const shop = await openBenchShop(uri);
  bench.defer(shop.drop);
  const wanted = bench.isSmall ? PURCHASES / 10 : PURCHASES;
  bench.say(`Putting ${whole(wanted)} purchases into the database …`);
  const seeded = await seedPurchases(shop, wanted, bench.say);
  const child = fork(join(import.meta.dirname, 'rebuild-process.ts'), {
    execArgv: [...startArguments(), '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, BENCH_MONGODB_URI: uri },
  });
  bench.defer(async () => child.kill());
  const anew = await nextPass(child);
  const before = await digestOf(shop.database);
  child.send('on');
  const again = await nextPass(child);
  bench.peaks.note('worker', 'rebuild', child.pid ?? 0);
  const after = await digestOf(shop.database);
  child.send('on');
  await once(child, 'exit');
  const stored = await shop.database.collection('standings').estimatedDocumentCount();
  await shop.drop();
  return [...figuresOf(seeded, anew, again), identical(seeded, again, stored, before === after)];
}

async function nextPass(child: ChildProcess): Promise<Pass> {
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof said !== 'object' || said === null) throw new Error(`the rebuild ended with ${String(said)}`);
  return said as Pass;
}

/** Of every stored standing, as the database itself counts it. */
async function digestOf(database: mongo.Db): Promise<unknown> {
  return (await database.command({ dbHash: 1, collections: ['standings'] })).md5;
}

function figuresOf({ customers, purchases }: Seeded, anew: Pass, again: Pass): readonly Figure[] {
  const goalSeconds = (SECONDS_PER_MILLION * purchases) / PURCHASES;
  const what = `${whole(purchases)} purchases of ${whole(customers)} customers`;
  const figure = (pass: Pass, how: string): Figure => ({
    ...told(PART, `${what}, ${how}`, `${pass.seconds.toFixed(1)} s (${whole(purchases / pass.seconds)}/s)`),
    goal: `≤ ${goalSeconds} s`,
    held: pass.seconds <= goalSeconds,
  });
  return [
    figure(again, 'nothing differs: what a rebuild finds'),
    { ...figure(anew, 'all anew: every standing written'), goal: null, held: null },
    told(
      PART,
      'processor time of the process, nothing differs / all anew',
      `${again.cpuSeconds.toFixed(1)} s / ${anew.cpuSeconds.toFixed(1)} s`,
    ),
  ];
}

function identical({ customers, purchases }: Seeded, again: Pass, stored: number, isUntouched: boolean): Figure {
  const isAll = stored === customers && again.customers === customers && again.purchases === purchases;
  return {
    ...told(PART, `standings that the second time found different, of ${whole(stored)} stored`, whole(again.different)),
    goal: '0, none written',
    held: again.different === 0 && isUntouched && isAll,
  };
}
