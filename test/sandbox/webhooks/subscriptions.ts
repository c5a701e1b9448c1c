import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readToml } from '../../webhooks/read-toml.ts';

/** `name`: null where Shopify tells none. `fields`: the only ones of the body that are told; null: all. */
export type Subscription = { readonly name: string | null; readonly fields: readonly string[] | null };

export type Subscriptions = ReadonlyMap<string, Subscription>;

const TOML = join(import.meta.dirname, '../../../shopify.app.toml');

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** What the app asked to be told, by topic, as its own shopify.app.toml says. */
export function readSubscriptions(text = readFileSync(TOML, 'utf8')): Subscriptions {
  const rows = readToml(text).filter(({ name }) => name === 'webhooks.subscriptions');
  return new Map(
    rows.flatMap(({ values }) => {
      const fields = 'include_fields' in values ? listOf(values.include_fields) : null;
      const subscription = { name: typeof values.name === 'string' ? values.name : null, fields };
      const topics = [...listOf(values.topics), ...listOf(values.compliance_topics)];
      return topics.map((topic) => [topic, subscription] as const);
    }),
  );
}

/** The part of a body that was asked for. Only fields of the top are known here. */
export const fieldsOf = (body: Readonly<Record<string, unknown>>, { fields }: Subscription): unknown =>
  fields === null ? body : Object.fromEntries(Object.entries(body).filter(([name]) => fields.includes(name)));
