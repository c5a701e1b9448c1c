import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../support/free-port.ts';
import { TEST_KEY, TEST_SECRET } from '../../support/signing.ts';
import type { Bench } from '../start-bench.ts';
import type { Role } from './peaks.ts';

/** Sealed with it are the keys and tokens that the bench puts into the database. */
export const BENCH_KEY = { id: 'bench', key: Buffer.alloc(32, 11) };

export type Started = { readonly port: number; readonly pid: number; readonly stop: () => Promise<void> };

export type AppSettings = {
  readonly role: Role;
  /** What it does meanwhile, for the table of memory. */
  readonly doing: string;
  readonly mongodbUri: string;
  /** Where Shopify is played; left out: nobody there, for parts that never ask. */
  readonly shopifyOrigin?: string;
  readonly port?: number;
};

const MAIN = join(import.meta.dirname, '..', '..', '..', 'server', 'main.ts');
const PACKAGE = join(import.meta.dirname, '..', '..', '..', 'package.json');

/** What `npm start` gives to Node, since that is how a host starts us. */
export function startArguments(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly scripts: { readonly start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

const READY_WITHIN_MS = 30_000;
const NOBODY = 'http://127.0.0.1:9/{shop}';

/**
 * The app as a host would start it: `server/main.ts` with one role, as its own process. Ready when it says so, since a
 * worker listens to nobody. What it warned of is shown at the end: a figure with warnings behind it is none.
 */
export async function startApp(bench: Bench, settings: AppSettings): Promise<Started> {
  const port = settings.port ?? (await freePort());
  const child = spawn(process.execPath, [...startArguments(), '--disable-warning=ExperimentalWarning', MAIN], {
    env: { ...process.env, ...environment(settings, port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const log = listenTo(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    bench.peaks.note(settings.role, settings.doing, child.pid ?? 0);
    child.kill('SIGTERM');
    await once(child, 'exit');
    for (const line of log.warnings()) bench.say(`  ${settings.role} warned: ${line}`);
  };
  bench.defer(stop);
  await untilStarted(child, log.isStarted);
  return { port, pid: child.pid ?? 0, stop };
}

const environment = ({ role, mongodbUri, shopifyOrigin = NOBODY }: AppSettings, port: number) => ({
  NODE_ENV: 'production',
  ROLE: role,
  PORT: String(port),
  APP_URL: `http://127.0.0.1:${port}`,
  MONGODB_URI: mongodbUri,
  SHOPIFY_API_KEY: TEST_KEY,
  SHOPIFY_API_SECRET: TEST_SECRET,
  ENCRYPTION_KEYS: `${BENCH_KEY.id}:${BENCH_KEY.key.toString('base64')}`,
  SHOPIFY_ORIGIN: shopifyOrigin,
  LOG_LEVEL: 'info',
});

const WARNINGS_MAX = 10;
const WARNS = /"level":(40|50|60)/;

function listenTo(child: ChildProcess) {
  const warnings: string[] = [];
  let isStarted = false;
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.includes('"process.started"')) isStarted = true;
      if (WARNS.test(line) && warnings.length < WARNINGS_MAX) warnings.push(line);
    }
  });
  return { isStarted: () => isStarted, warnings: () => warnings };
}

async function untilStarted(child: ChildProcess, isStarted: () => boolean): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN_MS && child.exitCode === null; waited += 20) {
    if (isStarted()) return;
    await pause(20);
  }
  throw new Error(`the app did not start (exit code ${child.exitCode})`);
}
