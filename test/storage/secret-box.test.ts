import { describe, expect, it } from '@jest/globals';
import { createSecretBox } from '../../server/storage/secret-box.ts';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const secret = Buffer.from('shpat-secret');

describe('the secret box', () => {
  it('opens what it sealed, and seals the same thing differently each time', () => {
    const box = createSecretBox([key('a', 1)]);
    const [one, two] = [box.seal('session:a', secret), box.seal('session:a', secret)];
    expect(box.open('session:a', one).equals(secret)).toBe(true);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(secret)).toBe(false);
  });

  it('seals with the newest key and still opens what older ones sealed', () => {
    const old = createSecretBox([key('a', 1)]).seal('x', secret);
    const rotated = createSecretBox([key('b', 2), key('a', 1)]);
    expect(rotated.open('x', old).equals(secret)).toBe(true);
    const onlyNew = createSecretBox([key('b', 2)]);
    expect(onlyNew.open('x', rotated.seal('x', secret)).equals(secret)).toBe(true);
    expect(() => onlyNew.open('x', old)).toThrow('encryption_key_missing');
  });

  it('does not open what belongs elsewhere, was changed, or was sealed with another key of that name', () => {
    const box = createSecretBox([key('a', 1)]);
    const sealed = box.seal('session:a.myshopify.com', secret);
    expect(() => box.open('session:b.myshopify.com', sealed)).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => box.open('session:a.myshopify.com', changed)).toThrow();
    expect(() => createSecretBox([key('a', 9)]).open('session:a.myshopify.com', sealed)).toThrow();
  });
});
