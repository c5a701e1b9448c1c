import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { operationOf } from '../query-cost.ts';
import { nodeSelections } from './check-bulk.ts';

type Row = Record<string, unknown>;

/** A node's line and, behind it, those of its children. */
export type Group = { readonly parent: Row; readonly children: readonly Row[] };

/** An answer as a bulk operation writes it: a line for each node; connections become lines of their own. */
export function groupsOf(document: DocumentNode, data: Row): readonly Group[] {
  return fieldsOf(operationOf(document, null).selectionSet).flatMap((field) =>
    nodesOf(field, data).map(([node, selection]) => groupOf(node, selection)),
  );
}

function groupOf(node: Row, selection: SelectionSetNode): Group {
  const parent = { ...node };
  const children: Row[] = [];
  for (const field of fieldsOf(selection)) {
    const inside = nodesOf(field, node);
    if (nodeSelections(field).length === 0) continue;
    delete parent[keyOf(field)];
    for (const [child, childSelection] of inside) {
      const group = groupOf(child, childSelection);
      children.push({ ...group.parent, __parentId: node.id }, ...group.children);
    }
  }
  return { parent, children };
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const fieldsOf = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    return each.kind === Kind.INLINE_FRAGMENT ? fieldsOf(each.selectionSet) : [];
  });

/** The nodes of a connection, whether asked for as nodes or edges; none of any other field. */
function nodesOf(field: FieldNode, data: Row): readonly (readonly [Row, SelectionSetNode])[] {
  const connection = data[keyOf(field)] as { nodes?: Row[]; edges?: { node: Row }[] } | null | undefined;
  const [selection] = nodeSelections(field);
  if (selection === undefined || connection == null) return [];
  const nodes = connection.nodes ?? connection.edges?.map(({ node }) => node) ?? [];
  return nodes.map((node) => [node, selection] as const);
}
