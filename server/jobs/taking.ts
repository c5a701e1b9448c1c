import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { JobRepository } from 'agenda';

type Takes = Pick<JobRepository, 'getNextJobToRun' | 'lockJob'>;
type Taken = Awaited<ReturnType<Takes['lockJob']>>;

/** A database that is away must not hold up the end of a process. */
const END_WAIT_MS = 2000;

/**
 * The taking of jobs, which can be ended. Agenda gives back at its end what it knows it has taken, but not what it is
 * taking at that moment: a lock that is written while its answer is on the way would leave a job alone for minutes.
 */
export function createTaking(repository: Takes): { readonly end: () => Promise<void> } {
  const underWay = new Set<Promise<Taken>>();
  let isEnded = false;
  const endable =
    <Asked extends unknown[]>(take: (...asked: Asked) => Promise<Taken>) =>
    async (...asked: Asked): Promise<Taken> => {
      if (isEnded) return undefined;
      const taking = take(...asked);
      underWay.add(taking);
      try {
        return await taking;
      } finally {
        underWay.delete(taking);
      }
    };
  repository.getNextJobToRun = endable(repository.getNextJobToRun.bind(repository));
  repository.lockJob = endable(repository.lockJob.bind(repository));
  return {
    end: async () => {
      isEnded = true;
      await Promise.race([Promise.allSettled(underWay), pause(END_WAIT_MS, undefined, { ref: false })]);
      // Agenda notes what it has been answered before this turn is over.
      await turn();
    },
  };
}
