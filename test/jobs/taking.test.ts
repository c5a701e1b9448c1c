import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createTaking } from '../../server/jobs/taking.ts';

const job = { name: 'later', type: 'normal', priority: 0, nextRunAt: null, data: {} } as const;

/** Answers when it is let. */
function aRepository() {
  let answer = (): void => undefined;
  const asked: string[] = [];
  const take = (name: string) => async () => {
    asked.push(name);
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ...job };
  };
  return { asked, answer: () => answer(), getNextJobToRun: take('next'), lockJob: take('lock') };
}

describe('the taking of jobs', () => {
  it('ends no sooner than the answer to what is being taken, and whoever asked has it by then', async () => {
    const repository = aRepository();
    const taking = createTaking(repository as never);
    const events: string[] = [];
    const taken = (repository.getNextJobToRun as () => Promise<unknown>)().then(() => events.push('taken'));
    const ended = taking.end().then(() => events.push('ended'));
    for (let i = 0; i < 5; i += 1) await turn();
    expect(events).toEqual([]);
    repository.answer();
    await Promise.all([taken, ended]);
    expect(events).toEqual(['taken', 'ended']);
  });

  it('takes nothing any more once it has ended', async () => {
    const repository = aRepository();
    const taking = createTaking(repository as never);
    await taking.end();
    expect(await Promise.all([repository.getNextJobToRun(), repository.lockJob()])).toEqual([undefined, undefined]);
    expect(repository.asked).toEqual([]);
  });
});
