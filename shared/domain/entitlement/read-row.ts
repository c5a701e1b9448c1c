/** Version of what we write into metafields: the first element of the row. */
export const ROW_VERSION = 1;

type Row = readonly (string | number | boolean)[];

/**
 * What one of our metafields holds: a JSON array that begins with its version, has elements of these
 * types behind it, such as `string,number,`, and after them pairs of these; null for everything else. A row and not an
 * object with names, since checkout pays for every name it reads, and for every function: this one reads for all.
 */
export function readRow(value: unknown, head: string, pair: string): Row | null {
  try {
    const row = JSON.parse(value as string) as Row;
    let types = '';
    for (let i = 1; i < row.length; i += 1) types += `${typeof row[i]},`;
    const isOurs = row[0] === ROW_VERSION && types.startsWith(head);
    return isOurs && types.slice(head.length).replaceAll(pair, '') === '' ? row : null;
  } catch {
    return null;
  }
}
