import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { adminSchema } from './schema.ts';

const MUTATION_COST = 10;
const CONNECTION_COST = 2;

type Walk = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/**
 * Points that Shopify sets aside for a call, by its published rules: an object 1, a scalar nothing, a connection 2 and
 * its size times its node, a mutation 10.
 */
export function requestedCost(document: DocumentNode, variables: Walk['variables'], name: string | null): number {
  const operation = operationOf(document, name);
  if (operation.operation === 'mutation') return MUTATION_COST;
  const query = adminSchema().getQueryType();
  if (query == null) throw new Error('a schema without queries');
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return ofSelection(operation.selectionSet, query, { variables, fragments });
}

export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operation = name === null ? operations[0] : operations.find((each) => each.name?.value === name);
  if (operation === undefined) throw new Error('a document without its operation');
  return operation;
}

function ofSelection(set: SelectionSetNode, parent: GraphQLCompositeType, walk: Walk): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + ofField(selection, parent, walk);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
    if (fragment === undefined) return sum;
    const on = fragment.typeCondition === undefined ? parent : adminSchema().getType(fragment.typeCondition.name.value);
    return sum + (isCompositeType(on) ? ofSelection(fragment.selectionSet, on, walk) : 0);
  }, 0);
}

function ofField(field: FieldNode, parent: GraphQLCompositeType, walk: Walk): number {
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
  if (definition === undefined || field.selectionSet === undefined) return 0;
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) return 0;
  const { first, last } = getArgumentValues(definition, field, walk.variables);
  const size = Number(first ?? last ?? 1);
  if (!type.name.endsWith('Connection')) return size * (1 + ofSelection(field.selectionSet, type, walk));
  const inside = field.selectionSet.selections.reduce((sum, selection) => {
    if (selection.kind !== Kind.FIELD) return sum;
    const isPerNode = selection.name.value === 'nodes' || selection.name.value === 'edges';
    return sum + (isPerNode ? size : 1) * ofField(selection, type, walk);
  }, 0);
  return CONNECTION_COST + inside;
}

/** Points for what was there: the objects of the answer, never more than was set aside. */
export function actualCost(data: unknown, requested: number): number {
  return Math.min(requested, Math.max(1, objectsIn(data) - 1));
}

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + objectsIn(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + objectsIn(each), 1);
}
