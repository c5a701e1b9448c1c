import { type DocumentNode, GraphQLError, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { adminSchema } from './schema.ts';

export type Checked =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly kind: 'invalid' | 'deprecated'; readonly errors: readonly GraphQLError[] };

const KEPT = 500;
const known = new Map<string, Checked>();

/** Whether Shopify's schema knows everything a document asks for, and none of it is on its way out. */
export function checkDocument(text: string): Checked {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const checked = check(text);
  known.set(text, checked);
  return checked;
}

function check(text: string): Checked {
  const schema = adminSchema();
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { ok: false, kind: 'invalid', errors: [error] };
  }
  const invalid = validate(schema, document, specifiedRules);
  if (invalid.length > 0) return { ok: false, kind: 'invalid', errors: invalid };
  const deprecated = validate(schema, document, [NoDeprecatedCustomRule]);
  return deprecated.length > 0 ? { ok: false, kind: 'deprecated', errors: deprecated } : { ok: true, document };
}
