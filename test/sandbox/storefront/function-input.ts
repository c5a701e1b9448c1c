import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

const QUERY_BYTES_MAX = 3000;
const INPUT_BYTES_MAX = 128_000;
const LINES_BEFORE_SCALING = 200;

const deployed = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

/** The query as Shopify would take it at a deploy, looked at once for all carts; throws where it would be refused. */
function deployedQuery(schema: GraphQLSchema, queryText: string): DocumentNode {
  const known = deployed.get(schema) ?? new Map<string, DocumentNode>();
  deployed.set(schema, known);
  const before = known.get(queryText);
  if (before !== undefined) return before;
  const bytes = Buffer.byteLength(queryText);
  if (bytes > QUERY_BYTES_MAX) throw new Error(`the input query has ${bytes} bytes, at most ${QUERY_BYTES_MAX}`);
  const document = parse(queryText);
  const faults = validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule]);
  if (faults.length > 0)
    throw new Error(`the input query is refused: ${faults.map(({ message }) => message).join(' ')}`);
  known.set(queryText, document);
  return document;
}

/**
 * What a Function gets to read: its own input query, executed against Shopify's published schema. `root` answers the
 * fields; a field that the schema does not have, or a deprecated one, throws, as a deploy would be refused.
 */
export function buildFunctionInput(schema: GraphQLSchema, queryText: string, root: object, lines: number): unknown {
  const document = deployedQuery(schema, queryText);
  const result = execute({ schema, document, rootValue: root });
  if (result instanceof Promise) throw new Error('invariant broken: the input is read without waiting');
  if (result.errors !== undefined) throw new Error(`the input could not be read: ${result.errors.join(' ')}`);
  const text = JSON.stringify(result.data);
  const max = INPUT_BYTES_MAX * Math.max(1, lines / LINES_BEFORE_SCALING);
  if (Buffer.byteLength(text) > max) throw new Error(`the input has ${Buffer.byteLength(text)} bytes, at most ${max}`);
  return JSON.parse(text);
}
