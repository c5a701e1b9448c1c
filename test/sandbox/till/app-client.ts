import type { Refusal, RefusalCode } from '../../../shared/contract/api.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { refusals } from '../../../shared/text/en/refusals.ts';

const ANSWERS_WITHIN_MS = 8_000;

export type AppAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: RefusalCode | 'silent';
      readonly sentence: string;
      readonly faults: readonly Fault[];
    };

/** The app as the till's extension asks it: with the session token of the cashier. */
export type AppClient = {
  readonly get: <T>(path: string) => Promise<AppAnswer<T>>;
  readonly post: <T>(path: string, body: unknown) => Promise<AppAnswer<T>>;
};

const SILENT = 'Regulars does not answer. You can go on selling; the card cannot be used right now.';

/** `token`: a fresh one for each request. An app that is down is an answer too: a till must go on. */
export function createAppClient(appUrl: string, token: () => string): AppClient {
  const ask = async <T>(path: string, init: RequestInit): Promise<AppAnswer<T>> => {
    try {
      const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
      const response = await fetch(`${appUrl}${path}`, { ...init, headers, signal });
      const body: unknown = await response.json();
      return response.ok ? { ok: true, value: body as T } : refusalOf(body as Refusal);
    } catch {
      return { ok: false, code: 'silent', sentence: SILENT, faults: [] };
    }
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

const refusalOf = <T>({ code, faults = [] }: Refusal): AppAnswer<T> => ({
  ok: false,
  code,
  sentence: refusals[code] ?? code,
  faults,
});
