import { describe, expect, it } from '@jest/globals';
import { gathered, gatheredWrites } from '../../server/storage/gathered.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { eventually } from '../support/merchant.ts';

const SHOP = 'one.myshopify.com' as ShopId;
const OTHER = 'two.myshopify.com' as ShopId;

/** A store that answers each question when it is told to; knows every key but 0. */
function aSlowStore(patienceMs?: number) {
  const questions: {
    readonly shop: ShopId;
    readonly keys: readonly number[];
    readonly end: (error?: Error) => void;
  }[] = [];
  const ask = gathered<number, string>((shop, keys) => {
    return new Promise((resolve, reject) => {
      const found = new Map(keys.filter((key) => key !== 0).map((key) => [key, `${shop} ${key}`]));
      questions.push({ shop, keys, end: (error) => (error === undefined ? resolve(found) : reject(error)) });
    });
  }, patienceMs);
  return { ask, questions };
}

/** Two turns: what is asked goes at the end of a turn. */
const aWhile = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('questions that are gathered', () => {
  it('go together when they are asked at one moment, and with the next while one is under way', async () => {
    const { ask, questions } = aSlowStore();
    const first = [1, 2, 1].map((key) => ask(SHOP, key));
    await aWhile();
    const second = [3, 4, 3, 0].map((key) => ask(SHOP, key));
    await aWhile();
    expect(questions.map(({ keys }) => keys)).toEqual([[1, 2]]);
    questions[0]?.end();
    await aWhile();
    expect(questions[1]?.keys).toEqual([3, 4, 0]);
    questions[1]?.end();
    const [one, two, three, four] = [1, 2, 3, 4].map((key) => `${SHOP} ${key}`);
    expect(await Promise.all([...first, ...second])).toEqual([one, two, one, three, four, three, null]);
  });

  it('of one shop never go with those of another, nor wait for them', async () => {
    const { ask, questions } = aSlowStore();
    const answers = [ask(SHOP, 1), ask(OTHER, 3), ask(SHOP, 2)];
    await aWhile();
    expect(questions.map(({ shop, keys }) => [shop, keys])).toEqual([
      [SHOP, [1, 2]],
      [OTHER, [3]],
    ]);
    questions[1]?.end();
    expect(await answers[1]).toBe(`${OTHER} 3`);
    questions[0]?.end();
    expect(await answers[2]).toBe(`${SHOP} 2`);
  });

  it('are answered by what is read after they were asked', async () => {
    const { ask, questions } = aSlowStore();
    void ask(SHOP, 1);
    await aWhile();
    const later = ask(SHOP, 1);
    questions[0]?.end();
    await aWhile();
    expect(questions.map(({ keys }) => keys)).toEqual([[1], [1]]);
    questions[1]?.end();
    expect(await later).toBe(`${SHOP} 1`);
  });

  it('do not wait for ever behind one that hangs', async () => {
    const { ask, questions } = aSlowStore(1);
    const hanging = ask(SHOP, 1);
    await aWhile();
    const behind = ask(SHOP, 2);
    await eventually(
      async () => questions.length,
      (count) => count === 2,
    );
    questions[1]?.end();
    expect(await behind).toBe(`${SHOP} 2`);
    questions[0]?.end();
    expect(await hanging).toBe(`${SHOP} 1`);
  });

  it('fail together when the store fails, and the next ones go again', async () => {
    const { ask, questions } = aSlowStore();
    const answers = [1, 2, 3].map((key) => ask(SHOP, key).catch((error: unknown) => error));
    await aWhile();
    const away = new Error('away');
    questions[0]?.end(away);
    expect(await Promise.all(answers)).toEqual([away, away, away]);
    const again = ask(SHOP, 3);
    await aWhile();
    questions[1]?.end();
    expect(await again).toBe(`${SHOP} 3`);
  });

  it('are no more than a hundred in one', async () => {
    const { ask, questions } = aSlowStore();
    const answers = Array.from({ length: 201 }, (_, key) => ask(SHOP, key + 1));
    for (let i = 0; i < 3; i += 1) {
      await aWhile();
      questions[i]?.end();
    }
    expect(questions.map(({ keys }) => keys.length)).toEqual([100, 100, 1]);
    expect(new Set(await Promise.all(answers)).size).toBe(201);
  });
});

describe('writes that are gathered', () => {
  it('go each once, also where two are alike, and are answered in their order', async () => {
    const written: (readonly string[])[] = [];
    const write = gatheredWrites(async (_shop: ShopId, many: readonly string[]) => {
      written.push(many);
      await aWhile();
      return many.map((one, i) => `${one} ${i}`);
    });
    const answers = await Promise.all(['a', 'b', 'c', 'c', 'd'].map((one) => write(SHOP, one)));
    expect(written).toEqual([['a', 'b', 'c', 'c', 'd']]);
    expect(answers).toEqual(['a 0', 'b 1', 'c 2', 'c 3', 'd 4']);
  });

  it('are not answered by silence', async () => {
    const write = gatheredWrites(async () => []);
    await expect(write(SHOP, 'a')).rejects.toThrow('a write was not answered');
  });
});
