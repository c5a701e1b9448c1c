import type { Request } from 'express';

/** The session token of a request; null without one. */
export function bearerOf(request: Request): string | null {
  const found = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(request.get('authorization') ?? '');
  return found?.[1] ?? null;
}
