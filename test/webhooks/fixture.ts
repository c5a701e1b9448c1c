import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'webhooks', '2026-10');

/** A body as tests change it. */
export type Body = { [key: string]: unknown };

/** A webhook's body with invented people, read anew each time so that a test may change it. */
export const fixture = (name: string): Body => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Body;

/** `orders-paid` → `orders/paid`; a word behind the topic tells two bodies of one topic apart. */
export const fixtures = (): readonly { readonly name: string; readonly topic: string }[] =>
  readdirSync(FOLDER).map((file) => {
    const name = file.replace('.json', '');
    const [resource = '', action = ''] = name.split('-');
    return { name, topic: `${resource}/${action}` };
  });

/** The body with one place changed: `line_items.0.quantity`. `undefined` takes the field away. */
export function changed(body: Body, path: string, value: unknown): Body {
  const copy = structuredClone(body);
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const holder = parts.reduce<Body>((at, part) => at[part] as Body, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}
