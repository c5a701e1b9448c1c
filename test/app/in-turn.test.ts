import { describe, expect, it } from '@jest/globals';
import { createInTurn } from '../../server/app/in-turn.ts';

/** Something that ends when told. */
function aTask(done: string[], name: string) {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  const act = async (): Promise<string> => {
    done.push(`${name} begins`);
    await ended;
    done.push(`${name} ends`);
    return name;
  };
  return { act, end };
}

const aWhile = () => new Promise((resolve) => setImmediate(resolve));

describe('what is done in turn', () => {
  it('waits for what was there before under the same key, and for nothing else', async () => {
    const inTurn = createInTurn();
    const done: string[] = [];
    const [first, second, other] = [aTask(done, 'first'), aTask(done, 'second'), aTask(done, 'other')];
    const acting = [inTurn('a', first.act), inTurn('a', second.act), inTurn('b', other.act)];
    await aWhile();
    expect(done).toEqual(['first begins', 'other begins']);
    for (const task of [first, second, other]) task.end();
    expect(await Promise.all(acting)).toEqual(['first', 'second', 'other']);
    expect(done.indexOf('second begins')).toBeGreaterThan(done.indexOf('first ends'));
  });

  it('goes on after one that failed, whose failure is told to nobody else', async () => {
    const inTurn = createInTurn();
    const [first, second] = [aTask([], 'first'), aTask([], 'second')];
    const failing = inTurn('a', first.act);
    const following = inTurn('a', second.act);
    first.end(new Error('away'));
    second.end();
    await expect(failing).rejects.toThrow('away');
    expect(await following).toBe('second');
    expect(await inTurn('a', async () => 'third')).toBe('third');
  });
});
