import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const MUTATION_COST = 10;
const CONNECTION_COST = 2;

/** How many a field may bring: what it was asked for; a list without a number counts once, as Shopify counts it. */
function sizeOf(args: readonly ArgumentNode[]): number {
  const first = args.find(({ name }) => name.value === 'first');
  return first?.value.kind === Kind.INT ? Number(first.value.value) : 1;
}

/**
 * Points of a document by Shopify's published rules: an object 1, a scalar nothing, a connection 2 and its size times
 * its node, a mutation 10. An upper bound: what is there decides what is paid.
 */
export function queryCost(schema: GraphQLSchema, text: string): number {
  const document = parse(text);
  const types = new Map<FieldNode, GraphQLOutputType>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      enter: (node) => {
        const type = info.getType();
        if (node.kind === Kind.FIELD && type != null) types.set(node, type);
      },
    }),
  );
  const operation = document.definitions[0] as OperationDefinitionNode;
  if (operation.operation === 'mutation') return MUTATION_COST;
  return costOfSelection(operation.selectionSet, types);
}

type Types = ReadonlyMap<FieldNode, GraphQLOutputType>;

function costOfSelection(set: SelectionSetNode, types: Types): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + costOfField(selection, types);
    return sum + (selection.kind === Kind.INLINE_FRAGMENT ? costOfSelection(selection.selectionSet, types) : 0);
  }, 0);
}

function costOfField(field: FieldNode, types: Types): number {
  const type = types.get(field);
  if (type === undefined || field.selectionSet === undefined || !isCompositeType(getNamedType(type))) return 0;
  const size = sizeOf(field.arguments ?? []);
  if (!getNamedType(type).name.endsWith('Connection')) return size * (1 + costOfSelection(field.selectionSet, types));
  return CONNECTION_COST + costOfConnection(field.selectionSet, size, types);
}

/** Nodes come as often as the page is long, the page's own information once. */
const costOfConnection = (set: SelectionSetNode, size: number, types: Types): number =>
  set.selections.reduce((sum, selection) => {
    if (selection.kind !== Kind.FIELD) return sum;
    const isNodes = selection.name.value === 'nodes' || selection.name.value === 'edges';
    return sum + (isNodes ? size : 1) * costOfField(selection, types);
  }, 0);
