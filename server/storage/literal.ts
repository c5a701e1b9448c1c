/**
 * Values for an update that the database computes: there a text that begins with `$` would name a field, so each value
 * is marked as meant as it is.
 */
export function literal(value: readonly unknown[]): { readonly $literal: readonly unknown[] };
export function literal<T extends object>(value: T): Readonly<Record<string, unknown>>;
export function literal(value: object): object {
  if (Array.isArray(value)) return { $literal: value };
  const known = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(known.map(([name, field]) => [name, { $literal: field }]));
}
