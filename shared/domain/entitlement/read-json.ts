/** What a metafield holds, as an object; null for everything else. By hand, since checkout carries no library. */
export function readJson(value: unknown): Readonly<Record<string, unknown>> | null {
  const parsed = typeof value === 'string' ? parse(value) : value;
  return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether it is a whole number from 0 to `max`. */
export const isCount = (value: unknown, max: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= max && Math.floor(value) === value;
