import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { checkDocument } from '../check-document.ts';
import { operationOf } from '../query-cost.ts';
import { adminSchema } from '../schema.ts';

const CONNECTIONS_MAX = 5;
const NESTING_MAX = 2;

export type CheckedBulk =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly message: string };

/** Whether Shopify would run a query in bulk: known to the schema, with connections, not too many nor too deep. */
export function checkBulk(query: string): CheckedBulk {
  const checked = checkDocument(query);
  if (!checked.ok) return { ok: false, message: checked.errors.map(({ message }) => message).join(' ') };
  const { document } = checked;
  const operation = operationOf(document, null);
  if (operation.operation !== 'query') return refused('must be a query');
  if ((operation.variableDefinitions ?? []).length > 0) return refused('must not have variables');
  const found = connectionsIn(document);
  if (found.count === 0) return refused('must contain at least one connection');
  if (found.count > CONNECTIONS_MAX) return refused(`must not contain more than ${CONNECTIONS_MAX} connections`);
  if (found.depth > NESTING_MAX) return refused(`must not nest connections deeper than ${NESTING_MAX} levels`);
  if (found.inList !== null) return refused(`must not contain the connection ${found.inList} within a list field`);
  if (found.withoutId !== null)
    return refused(`must select the id of nodes that have connections (${found.withoutId})`);
  return { ok: true, document };
}

const refused = (message: string): CheckedBulk => ({ ok: false, message: `Bulk query ${message}.` });

type Found = { count: number; depth: number; inList: string | null; withoutId: string | null };

function connectionsIn(document: DocumentNode): Found {
  const found: Found = { count: 0, depth: 0, inList: null, withoutId: null };
  const info = new TypeInfo(adminSchema());
  const path: ('connection' | 'list' | 'other')[] = [];
  const enter = (node: FieldNode): void => {
    const type = info.getType();
    const isConnection = type != null && getNamedType(type).name.endsWith('Connection');
    const bare = isNonNullType(type) ? type.ofType : type;
    // Nodes and edges are the connection's own lists.
    const isOwnList = path.at(-1) === 'connection';
    path.push(isConnection ? 'connection' : isListType(bare) && !isOwnList ? 'list' : 'other');
    if (!isConnection) return;
    found.count++;
    found.depth = Math.max(found.depth, path.filter((each) => each === 'connection').length);
    if (path.includes('list')) found.inList = node.name.value;
    if (hasChildrenWithoutId(node)) found.withoutId = node.name.value;
  };
  const leave = (): void => void path.pop();
  visit(document, visitWithTypeInfo(info, { Field: { enter, leave } }));
  return found;
}

/** Below a connection everybody who has a connection must say who it is, or the children would have no parent. */
function hasChildrenWithoutId(connection: FieldNode): boolean {
  const nodes = nodeSelections(connection);
  return nodes.some(
    ({ selections }) =>
      selections.some((each) => each.kind === Kind.FIELD && nodeSelections(each).length > 0) &&
      !selections.some((each) => each.kind === Kind.FIELD && each.name.value === 'id'),
  );
}

/** What is asked of each node of a connection. */
export const nodeSelections = ({ selectionSet }: FieldNode) =>
  (selectionSet?.selections ?? []).flatMap((each) => {
    if (each.kind !== Kind.FIELD || each.selectionSet === undefined) return [];
    if (each.name.value === 'nodes') return [each.selectionSet];
    if (each.name.value !== 'edges') return [];
    return each.selectionSet.selections.flatMap((inner) =>
      inner.kind === Kind.FIELD && inner.name.value === 'node' && inner.selectionSet ? [inner.selectionSet] : [],
    );
  });
