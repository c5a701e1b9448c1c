/** Version of what we write into metafields: the first element of the row. */
export const ROW_VERSION = 1;

/**
 * What one of our metafields holds: a JSON array that begins with its version; null for everything else. A row and not
 * an object with names, since checkout pays for every name it reads. Read by hand, since checkout carries no library.
 */
export function readRow(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'string') return null;
  try {
    const row: unknown = JSON.parse(value);
    return Array.isArray(row) && row[0] === ROW_VERSION ? row : null;
  } catch {
    return null;
  }
}

/** Whether it is a whole number from 0 to `max`. */
export const isCount = (value: unknown, max: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= max && Math.floor(value) === value;
