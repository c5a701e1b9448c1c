/** Rows by key, in their order; rows without a key are left out. */
export function groupBy<K, V>(rows: readonly V[], key: (row: V) => K | null): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const of = key(row);
    if (of === null) continue;
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [row]);
    else group.push(row);
  }
  return groups;
}
