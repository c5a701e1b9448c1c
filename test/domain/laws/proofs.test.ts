import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const tests = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const rules = readFileSync(join(tests, '..', 'shared', 'design', 'rules.md'), 'utf8');

const proofs = page.split('\n').flatMap((row) => {
  const [, what = '', file = '', title = ''] = /^\| ([^|]+) \| [^|]+ \| `([^`]+)` (.+) \|$/.exec(row) ?? [];
  return what === '' ? [] : [{ what, file, title }];
});

/** The text of a section, up to the next one of its rank or above. */
const section = (heading: string): string => rules.split(`\n${heading}`)[1]?.split(/\n##+ /)[0] ?? '';

/** Examples are list items with numbers in them, or words in italics where a section has only one. */
function examplesOf(number: string, heading: string): readonly string[] {
  const text =
    section(heading)
      .split(/\n(?=1\. )/)
      .at(-1) ?? '';
  const items = text.match(/^- /gm)?.length ?? 0;
  return Array.from({ length: Math.max(1, items) }, (_, i) => `${number}.${i + 1}`);
}

const mechanics = ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7'];
const examples = [...mechanics.flatMap((one) => examplesOf(one, `### ${one} `)), ...examplesOf('3', '## 3 ')];
const rows = [...section('## 5 ').matchAll(/^\| ([^|]+?) \|/gm)].map(([, row = '']) => row).slice(1);
const laws = [...section('## 6 ').matchAll(/^(\d+)\. /gm)].map(([, law]) => `6.${law}`);

describe('every example, row and law of the rules', () => {
  it('has a test that proves it', () => {
    const proven = new Set(proofs.map(({ what }) => what));
    expect([...examples, ...rows, ...laws].filter((one) => !proven.has(one))).toEqual([]);
    expect([examples.length, rows.length, laws.length]).toEqual([14, 11, 6]);
  });

  it('is proven by tests that are there', () => {
    const missing = proofs.filter(({ file, title }) => !readFileSync(join(tests, file), 'utf8').includes(`'${title}'`));
    expect(missing).toEqual([]);
  });
});
