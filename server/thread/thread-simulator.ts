import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Summary } from '../../shared/domain/simulation/summary.ts';
import { AppError } from '../app/ports/app-error.ts';
import type { Simulator } from '../app/ports/simulator.ts';
import type { Said, Task } from './messages.ts';

/** What a history of half a million lines needs twice over; beyond it the thread ends, and not the process. */
const MEMORY = { maxOldGenerationSizeMb: 224, maxYoungGenerationSizeMb: 48 };

/**
 * Simulates in a thread of its own, with connections of its own, so that no request waits for it. Cancelling ends the
 * thread, wherever it is.
 */
export function createThreadSimulator(uri: string): Simulator {
  return async (shop, asked, { tell, signal }) => {
    signal.throwIfAborted();
    const task: Task = { uri, shop, asked };
    const file = new URL('./simulation-thread.ts', import.meta.url);
    const thread = new Worker(file, { workerData: task, resourceLimits: MEMORY });
    const end = () => void thread.terminate();
    signal.addEventListener('abort', end, { once: true });
    try {
      const said = await lastWord(thread, tell);
      signal.throwIfAborted();
      return resultOf(said);
    } finally {
      signal.removeEventListener('abort', end);
      await thread.terminate();
    }
  };
}

type LastWord = Exclude<Said, { readonly kind: 'progress' }> | null;

/** What it says last; null: it ended without a word. What it throws outside of its work is thrown here. */
async function lastWord(thread: Worker, tell: Parameters<Simulator>[2]['tell']): Promise<LastWord> {
  let last: LastWord = null;
  thread.on('message', (said: Said) => {
    if (said.kind === 'progress') tell(said.progress);
    else last = said;
  });
  await once(thread, 'exit');
  return last;
}

function resultOf(said: LastWord): readonly Summary[] {
  if (said === null) throw new AppError('simulation_thread_ended', false);
  if (said.kind === 'done') return said.result;
  const error = new AppError(said.code, said.retryable);
  error.stack = said.stack;
  throw error;
}
