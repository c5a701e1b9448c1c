import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Bench } from '../start-bench.ts';
import type { Started } from './start-app.ts';

/** The libraries alone, as their own process: what ours is compared with. */
export async function startBare(bench: Bench, mongodbUri: string): Promise<Started> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'bare-server.ts')], {
    env: { ...process.env, BARE_MONGODB_URI: mongodbUri, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  bench.defer(stop);
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [Buffer | number];
  const port = Number(/listening (\d+)/.exec(String(line))?.[1]);
  if (!(port > 0)) throw new Error(`the bare server did not start: ${String(line)}`);
  return { port, pid: child.pid ?? 0, stop };
}
