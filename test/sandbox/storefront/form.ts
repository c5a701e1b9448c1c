import type { Request } from 'express';

/** One field of a posted form or JSON body as text; empty where there is none. */
export function field(request: Request, name: string): string {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return '';
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A record inside a body, e.g. cart attributes; its values as text, null where they are none. */
export function recordField(value: unknown): Readonly<Record<string, string | null>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean' ? String(each) : null,
    ]),
  );
}

/** A whole number not below zero; `otherwise` where the field holds none. */
export function count(text: string, otherwise = 0): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : otherwise;
}
