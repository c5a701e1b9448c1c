import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { topics } from '../../webhooks/topics.ts';
import { readToml } from './read-toml.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const tables = readToml(readFileSync(join(ROOT, 'shopify.app.toml'), 'utf8'));
const table = (name: string) => tables.find((each) => each.name === name)?.values ?? {};
const subscriptions = tables.filter(({ name }) => name === 'webhooks.subscriptions').map(({ values }) => values);
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const PRIVACY = ['customers/data_request', 'customers/redact', 'shop/redact'];

describe('shopify.app.toml', () => {
  it('asks for every topic that we act on, once, and for no other', () => {
    const asked = subscriptions.flatMap((each) => [...listOf(each.topics), ...listOf(each.compliance_topics)]);
    expect([...asked].sort()).toEqual(Object.keys(topics).sort());
  });

  it('asks for the privacy requests as such', () => {
    expect(subscriptions.flatMap((each) => listOf(each.compliance_topics))).toEqual(PRIVACY);
    expect(subscriptions.flatMap((each) => listOf(each.topics)).filter((topic) => PRIVACY.includes(topic))).toEqual([]);
  });

  it('sends everything to the one door, in the version we read', () => {
    expect(new Set(subscriptions.map(({ uri }) => uri))).toEqual(new Set(['/webhooks']));
    expect(table('webhooks').api_version).toBe('2026-10');
    expect(existsSync(join(ROOT, 'test/fixtures/webhooks', String(table('webhooks').api_version)))).toBe(true);
  });

  it('names subscriptions as Shopify takes names', () => {
    for (const { name } of subscriptions.filter((each) => 'name' in each)) expect(name).toMatch(/^[\w-]{1,50}$/);
  });

  it('filters nothing, and trims only bodies of which the id is all we read', () => {
    expect(subscriptions.filter((each) => 'filter' in each)).toEqual([]);
    const trimmed = subscriptions.filter((each) => 'include_fields' in each);
    expect(trimmed.map((each) => each.topics)).toEqual([['inventory_items/create', 'inventory_items/update']]);
    for (const each of trimmed) expect(listOf(each.include_fields)).toEqual(['id', 'updated_at']);
  });

  it('asks for the scopes that topics and documents need', () => {
    const scopes = String(table('access_scopes').scopes).split(',');
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(scopes).toEqual(
      expect.arrayContaining(['read_orders', 'read_all_orders', 'write_customers', 'read_customer_merge']),
    );
    expect(scopes).toEqual(expect.arrayContaining(['write_discounts', 'write_products', 'read_inventory']));
    expect(table('access_scopes').use_legacy_install_flow).toBe(false);
  });

  it('takes the storefront’s questions through the proxy that our routes stand behind', () => {
    expect(table('app_proxy')).toEqual({ url: '/proxy', prefix: 'apps', subpath: 'regulars' });
    const routes = readFileSync(join(ROOT, 'server/http/public/proxy-card.routes.ts'), 'utf8');
    expect(routes).toContain("'/proxy");
  });

  it('shows no metafield of ours to a storefront', () => {
    const metafields = tables.filter(({ name }) => name.includes('.metafields.'));
    expect(metafields.map(({ name }) => name)).toEqual([
      'customer.metafields.app.loyalty',
      'variant.metafields.app.cost',
      'order.metafields.app.statement',
    ]);
    for (const { values } of metafields) {
      expect([values['access.storefront'], values['access.admin']]).toEqual(['none', 'merchant_read']);
    }
  });

  it('knows every folder that holds an extension', () => {
    expect(listOf(table('').extension_directories)).toEqual(['extension/*']);
    const folder = join(ROOT, 'extension');
    const deep = existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.extension.toml'))
      : [];
    expect(deep.filter((file) => file.split('/').length !== 2)).toEqual([]);
  });

  it('is a page of the app that Shopify’s admin frames', () => {
    expect(table('')).toMatchObject({ embedded: true, handle: 'regulars' });
  });
});
