import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

export type AppProcess = {
  readonly url: string;
  readonly pid: () => number;
  /** Starts it (again) on the same port and waits until it is ready. */
  readonly start: () => Promise<void>;
  /** SIGTERM, and waits for the end; answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL: no time for last words. */
  readonly kill: () => Promise<void>;
  /** What it wrote, for a failed test to show. */
  readonly output: () => string;
};

const READY_WITHIN_MS = 60_000;

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Whether it can be worked with. A worker has no door to knock at: it says so in its log. */
type IsReady = () => Promise<boolean>;

async function untilReady(isReady: IsReady, child: ChildProcess, output: () => string): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 50) {
    if (hasEnded(child)) throw new Error(`the app ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
    if (await isReady()) return;
    await sleep(50);
  }
  throw new Error(`the app was not ready after ${READY_WITHIN_MS} ms:\n${output()}`);
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function end(child: ChildProcess | null, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child === null || hasEnded(child)) return child?.exitCode ?? null;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

/** The real app as its own process, as a host would start it. */
export function createAppProcess(port: number, env: Readonly<Record<string, string>>): AppProcess {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let written = '';
  const output = () => written;
  const isWorker = env.ROLE === 'worker';
  const isReady = async () => (isWorker ? written.includes('process.started') : answers(url));
  return {
    url,
    output,
    pid: () => child?.pid ?? 0,
    start: async () => {
      if (isWorker) written = '';
      child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'server', 'main.ts')], {
        cwd: root,
        env: {
          ...process.env,
          PORT: String(port),
          APP_URL: url,
          ROLE: 'both',
          LOG_LEVEL: isWorker ? 'info' : 'warn',
          ...env,
        },
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          written = (written + chunk.toString()).slice(-20_000);
        });
      }
      await untilReady(isReady, child, output);
    },
    stop: () => end(child, 'SIGTERM'),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
  };
}
