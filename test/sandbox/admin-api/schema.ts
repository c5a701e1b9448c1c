import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

const FILE = join(import.meta.dirname, '../../../shared/schema/admin-2026-10.introspection.json.gz');

let loaded: GraphQLSchema | null = null;

/** Shopify's own schema of the Admin API 2026-10; read once. */
export function adminSchema(): GraphQLSchema {
  loaded ??= buildClientSchema(JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as IntrospectionQuery);
  return loaded;
}
