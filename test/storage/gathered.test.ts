import { describe, expect, it } from '@jest/globals';
import { gathered, gatheredWrites } from '../../server/storage/gathered.ts';
import type { ShopId } from '../../shared/domain/ids.ts';

const SHOP = 'one.myshopify.com' as ShopId;
const OTHER = 'two.myshopify.com' as ShopId;

/** A store that answers each question when it is told to; knows every key but 0. */
function aSlowStore() {
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
  });
  return { ask, questions };
}

const aWhile = () => new Promise((resolve) => setImmediate(resolve));

describe('questions that are gathered', () => {
  it('go at once while little is asked, and together while one is under way', async () => {
    const { ask, questions } = aSlowStore();
    const answers = [1, 2, 3, 4, 3, 0].map((key) => ask(SHOP, key));
    expect(questions.map(({ keys }) => keys)).toEqual([[1]]);
    questions[0]?.end();
    await aWhile();
    expect(questions[1]?.keys).toEqual([2, 3, 4, 0]);
    for (const { end } of questions) end();
    const [one, two, three, four] = [1, 2, 3, 4].map((key) => `${SHOP} ${key}`);
    expect(await Promise.all(answers)).toEqual([one, two, three, four, three, null]);
  });

  it('of one shop never go with those of another, nor wait for them', async () => {
    const { ask, questions } = aSlowStore();
    const answers = [ask(SHOP, 1), ask(SHOP, 2), ask(SHOP, 3), ask(OTHER, 3)];
    expect(questions.map(({ shop, keys }) => [shop, keys])).toEqual([
      [SHOP, [1]],
      [OTHER, [3]],
    ]);
    for (let i = 0; i < questions.length; i += 1) {
      questions[i]?.end();
      await aWhile();
    }
    expect(await answers[3]).toBe(`${OTHER} 3`);
    expect(await answers[2]).toBe(`${SHOP} 3`);
  });

  it('are answered by what is read after they were asked', async () => {
    const { ask, questions } = aSlowStore();
    void ask(SHOP, 1);
    void ask(SHOP, 1);
    expect(questions.map(({ keys }) => keys)).toEqual([[1]]);
    questions[0]?.end();
    await aWhile();
    expect(questions).toHaveLength(2);
    for (const { end } of questions) end();
  });

  it('fail together when the store fails, and the next ones go again', async () => {
    const { ask, questions } = aSlowStore();
    const answers = [1, 2, 3, 4].map((key) => ask(SHOP, key).catch((error: unknown) => error));
    questions[0]?.end();
    await aWhile();
    questions[1]?.end(new Error('away'));
    const away = new Error('away');
    expect(await Promise.all(answers)).toEqual([`${SHOP} 1`, away, away, away]);
    const again = ask(SHOP, 3);
    await aWhile();
    questions[2]?.end();
    expect(await again).toBe(`${SHOP} 3`);
  });

  it('are no more than a hundred in one', async () => {
    const { ask, questions } = aSlowStore();
    const answers = Array.from({ length: 201 }, (_, key) => ask(SHOP, key + 1));
    questions[0]?.end();
    await aWhile();
    expect(questions[1]?.keys).toHaveLength(100);
    for (let i = 1; i < 3; i += 1) {
      questions[i]?.end();
      await aWhile();
    }
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
    expect(written).toEqual([['a'], ['b', 'c', 'c', 'd']]);
    expect(answers).toEqual(['a 0', 'b 0', 'c 1', 'c 2', 'd 3']);
  });

  it('are not answered by silence', async () => {
    const write = gatheredWrites(async () => []);
    await expect(write(SHOP, 'a')).rejects.toThrow('a write was not answered');
  });
});
