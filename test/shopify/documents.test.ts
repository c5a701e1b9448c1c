import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { AdminDocument } from '../../server/shopify/admin/admin-document.ts';
import { loadAdminSchema } from './admin-schema.ts';
import { queryCost } from './query-cost.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'server', 'shopify');
/** Shopify refuses a query that asks for more. */
const COST_MAX = 1000;
const PAGE_MAX = 250;

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const files = sources.filter((file) => file.endsWith('.document.ts'));

type Found = { readonly file: string; readonly document: AdminDocument<unknown> };
const isDocument = (value: unknown): value is AdminDocument<unknown> =>
  typeof value === 'object' && value !== null && 'text' in value && 'cost' in value;

let schema: GraphQLSchema;
const found: Found[] = [];
beforeAll(async () => {
  schema = loadAdminSchema();
  for (const file of files) {
    const exports = Object.values((await import(join(ROOT, file))) as Record<string, unknown>);
    for (const document of exports.filter(isDocument)) found.push({ file, document });
  }
});

describe('what we ask Shopify for', () => {
  it('stands in one file per document, and every such file holds one', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(found.map(({ file }) => file)).toEqual(files);
    expect(new Set(found.map(({ document }) => document.name)).size).toBe(files.length);
  });

  it('stands nowhere else', async () => {
    const { readFileSync } = await import('node:fs');
    const stray = sources.filter(
      (file) =>
        !files.includes(file) && /\b(query|mutation) [A-Z]\w*\s*[({]/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(stray).toEqual([]);
  });

  it('is what Shopify’s schema knows, and nothing that is on its way out', () => {
    const faults = found.flatMap(({ file, document }) =>
      validate(schema, parse(document.text), [...specifiedRules, NoDeprecatedCustomRule]).map(
        ({ message }) => `${file}: ${message}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it('carries the name it is logged under', () => {
    for (const { document } of found)
      expect(document.text).toMatch(new RegExp(`^(query|mutation) ${document.name}\\b`));
  });

  it('costs no more than it says, and never more than Shopify takes', () => {
    const asked = found.filter(({ document }) => !document.name.startsWith('Bulk') || document.cost > 0);
    const wrong = asked.flatMap(({ file, document }) => {
      const cost = queryCost(schema, document.text);
      return cost === document.cost && cost <= COST_MAX ? [] : [`${file}: says ${document.cost}, costs ${cost}`];
    });
    expect(wrong).toEqual([]);
  });

  it('asks for pages that Shopify serves', () => {
    for (const { document } of found) {
      for (const [, first] of document.text.matchAll(/first: (\d+)/g))
        expect(Number(first)).toBeLessThanOrEqual(PAGE_MAX);
    }
  });

  it('fits a bulk operation where it is for one: at most five connections, two deep', () => {
    const bulk = found.filter(({ document }) => document.name.startsWith('Bulk') && document.cost === 0);
    expect(bulk).toHaveLength(3);
    for (const { document } of bulk) {
      const connections = document.text.match(/edges \{ node/g) ?? [];
      expect(connections.length).toBeGreaterThan(0);
      expect(connections.length).toBeLessThanOrEqual(2);
    }
  });
});
