import { describe, expect, it } from '@jest/globals';
import { borderComplaints, cycleComplaints, habitComplaints, sizeComplaints } from './complaints.ts';
import { parseFile } from './parse-file.ts';

describe('tidy itself', () => {
  it('refuses a package in the core and a neighbour among adapters', () => {
    expect(borderComplaints(parseFile('shared/domain/a.ts', "import { z } from 'zod';"))).toHaveLength(1);
    expect(borderComplaints(parseFile('server/storage/a.ts', "import { b } from '../shopify/b.ts';"))).toHaveLength(1);
    expect(borderComplaints(parseFile('server/storage/a.ts', "import { b } from '../app/b.ts';"))).toEqual([]);
    expect(borderComplaints(parseFile('admin-ui/a.tsx', "export { b } from '@shopify/polaris';"))).toHaveLength(1);
    expect(borderComplaints(parseFile('attic/a.ts', ''))).toHaveLength(1);
  });

  it('refuses what ran away', () => {
    const body = 'x();\n'.repeat(71);
    expect(sizeComplaints(parseFile('test/a.ts', `function a() {\n${body}}\n`))).toEqual([
      'test/a.ts:1: a has 73 lines',
    ]);
    expect(sizeComplaints(parseFile('test/a.ts', `describe('a', () => {\n${body}});\n`))).toEqual([]);
    const battery = `export function aBattery() {\n${body}}\n`;
    expect(sizeComplaints(parseFile('test/battery/a.battery.ts', battery))).toEqual([]);
    expect(sizeComplaints(parseFile('test/battery/a.ts', battery))).toHaveLength(1);
    expect(sizeComplaints(parseFile('test/a.ts', 'x();\n'.repeat(301)))).toHaveLength(1);
    expect(sizeComplaints(parseFile('test/a.ts', `const a = '${'b'.repeat(120)}';\n`))).toHaveLength(1);
  });

  it('refuses a clock in the core, but not in a comment', () => {
    expect(habitComplaints(parseFile('shared/domain/a.ts', 'export const a = Date.now();'))).toHaveLength(1);
    expect(habitComplaints(parseFile('shared/domain/a.ts', '// never Date.now()\nexport const a = 1;'))).toEqual([]);
    expect(habitComplaints(parseFile('shared/domain/calendar/a.ts', 'export const a = Intl.x;'))).toEqual([]);
    expect(habitComplaints(parseFile('server/http/a.ts', 'export const a = process.env.A;'))).toHaveLength(1);
    expect(habitComplaints(parseFile('shared/domain/a.ts', "export { b } from './b.ts';"))).toHaveLength(1);
  });

  it('finds a circle, and none among types', () => {
    const file = (name: string, text: string) => parseFile(`shared/domain/${name}.ts`, text);
    const a = file('a', "import { b } from './b.ts';");
    expect(cycleComplaints([a, file('b', "import { a } from './a.ts';")])).toHaveLength(1);
    expect(cycleComplaints([a, file('b', "import type { a } from './a.ts';")])).toEqual([]);
  });
});
