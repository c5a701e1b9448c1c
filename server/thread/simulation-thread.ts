// A thread of its own: reads a shop's past and walks it, while the process beside it goes on answering.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../app/ports/app-error.ts';
import type { Progress } from '../app/ports/simulation-store.ts';
import { createSimulatePast } from '../app/simulation/simulate-past.ts';
import { openPast } from '../storage/open-past.ts';
import type { Said, Task } from './messages.ts';

const say = (said: Said): void => parentPort?.postMessage(said);

/** Only what is new to a person is told. */
function createTell(): (progress: Progress) => void {
  let told = -1;
  return (progress) => {
    const percent = Math.floor(progress.doneBp / 100);
    if (percent === told) return;
    told = percent;
    say({ kind: 'progress', progress });
  };
}

async function work({ uri, shop, asked }: Task): Promise<void> {
  const past = await openPast(uri);
  try {
    const never = new AbortController().signal;
    const result = await createSimulatePast(past.stores)(shop, asked, { tell: createTell(), signal: never });
    say({ kind: 'done', result });
  } finally {
    await past.close();
  }
}

try {
  await work(workerData as Task);
} catch (error) {
  const isKnown = error instanceof AppError;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const code = isKnown ? error.code : error instanceof Error ? error.name : 'unknown';
  say({ kind: 'failed', code, retryable: isKnown && error.retryable, stack });
}
