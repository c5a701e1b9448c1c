import { AppError } from '../app/ports/app-error.ts';

export type Answer = { readonly status: number; readonly text: string; readonly retryAfterMs: number | null };

export type Question = { readonly headers: Readonly<Record<string, string>>; readonly body: unknown };

const TIMEOUT_MS = 15_000;

/**
 * One POST of JSON to Shopify, tried once. A redirect is not followed, since fetch would take our token along. The
 * world failing (no connection, no answer in time) is an AppError that may be retried.
 */
export async function ask(url: string, { headers, body }: Question): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, text, retryAfterMs: secondsOf(response.headers.get('retry-after')) };
  } catch (error) {
    throw new AppError('shopify_unavailable', true, error);
  }
}

const secondsOf = (text: string | null): number | null =>
  text !== null && /^\d{1,4}(\.\d{1,3})?$/.test(text.trim()) ? Math.ceil(Number(text) * 1000) : null;

/** JSON, or undefined where the answer is none (a page of a proxy in between, say). */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
