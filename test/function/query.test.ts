import { describe, expect, it } from '@jest/globals';
import {
  type FieldNode,
  getNamedType,
  isLeafType,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import { inputQuery } from './function-input.ts';
import { rewardQueries } from './reward-input.ts';

const BYTES_MAX = 3000;
const COST_MAX = 30;
const DEAR = new Set(['metafield', 'hasAnyTag', 'hasTags', 'inAnyCollection', 'inCollections']);

/**
 * What Shopify counts a query at: 3 for a metafield and for a question about tags or collections, 1 for a metaobject,
 * 3 for each of its fields, 1 for every other leaf. Whether the leaves of a metafield count is not said; here they do.
 */
function costOf(query: string): number {
  const types = new TypeInfo(loadFunctionSchema());
  let cost = 0;
  const enter = ({ name }: FieldNode): void => {
    const type = types.getType();
    if (DEAR.has(name.value)) cost += 3;
    else if (name.value === 'metaobject') cost += 1;
    else if (types.getParentType()?.name === 'Metaobject') cost += 3;
    else if (type && isLeafType(getNamedType(type))) cost += 1;
  };
  visit(parse(query), visitWithTypeInfo(types, { Field: { enter } }));
  return cost;
}

const queries = [
  ['the automatic discount', inputQuery],
  ['a percentage by code', rewardQueries.percent],
  ['a gift by code', rewardQueries.gift],
] as const;

describe.each(queries)('what the Function of %s asks of a cart', (_which, query) => {
  it('is what Shopify’s schema knows, and nothing that will be removed', () => {
    const rules = [...specifiedRules, NoDeprecatedCustomRule];
    expect(validate(loadFunctionSchema(), parse(query), rules)).toEqual([]);
  });

  it('is short and cheap enough to be deployed', () => {
    expect(Buffer.byteLength(query)).toBeLessThanOrEqual(BYTES_MAX);
    expect(costOf(query)).toBeLessThanOrEqual(COST_MAX);
  });

  it('is counted as Shopify’s table says', () => {
    expect(costOf('query { cart { lines { id quantity } } }')).toBe(2);
    expect(costOf('query { cart { metafield(key: "x") { value } } }')).toBe(4);
    const product = 'product { hasAnyTag(tags: ["x"]) inAnyCollection(ids: []) }';
    expect(costOf(`query { cart { lines { merchandise { ... on ProductVariant { id ${product} } } } } }`)).toBe(7);
  });

  it('asks for no name, no address, no e-mail and no order of anybody', () => {
    const personal = /\b(email|phone|\w*[nN]ame|\w*[aA]ddress|amountSpent|numberOfOrders|shopUser)\b/;
    expect(query).not.toMatch(personal);
  });
});
