import type { Refusal } from '../../shared/contract/api.ts';
import { appBridge } from '../session/app-bridge.ts';
import { RequestFailed } from './request-failed.ts';

export type Method = 'GET' | 'POST' | 'PUT';

type Query = Readonly<Record<string, string | number | readonly string[] | null>>;

/** Reads; `query` leaves out what is null or empty and joins lists by commas. */
export const read = <T>(path: string, query: Query = {}, signal: AbortSignal | null = null): Promise<T> =>
  ask<T>('GET', `${path}${queryText(query)}`, null, signal);

/** Changes; the answer is what the contract says, or nothing. */
export const change = <T>(method: Exclude<Method, 'GET'>, path: string, body: unknown = {}): Promise<T> =>
  ask<T>(method, path, body, null);

async function ask<T>(method: Method, url: string, body: unknown, signal: AbortSignal | null): Promise<T> {
  const first = await send(method, url, body, signal);
  const stale = first.status === 401 && first.headers.has('X-Shopify-Retry-Invalid-Session-Request');
  const response = stale ? await send(method, url, body, signal) : first;
  if (response.status === 204) return undefined as T;
  if (response.ok) return (await readJson(response)) as T;
  throw new RequestFailed({ kind: 'refused', status: response.status, refusal: await readRefusal(response) });
}

/** Every request takes a token of its own: they live for a minute. */
async function send(method: Method, url: string, body: unknown, signal: AbortSignal | null): Promise<Response> {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${await sessionToken()}` };
  const json = { 'Content-Type': 'application/json' };
  const init = method === 'GET' ? { headers } : { headers: { ...headers, ...json }, body: JSON.stringify(body) };
  try {
    return await fetch(url, { method, signal, ...init });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestFailed({ kind: 'network' });
  }
}

async function sessionToken(): Promise<string> {
  const bridge = appBridge();
  if (bridge === null) throw new RequestFailed({ kind: 'no_session' });
  try {
    return await bridge.idToken();
  } catch {
    throw new RequestFailed({ kind: 'no_session' });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new RequestFailed({ kind: 'network' });
  }
}

/** A proxy between us may answer without our words; then the status has to do. */
async function readRefusal(response: Response): Promise<Refusal> {
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'code' in body) return body as Refusal;
  } catch {
    // not our JSON: falls through to the status
  }
  if (response.status === 401) return { code: 'unauthorized' };
  if (response.status === 429) return { code: 'limited' };
  return { code: response.status === 404 ? 'not_found' : 'unavailable' };
}

function queryText(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') params.set(name, text);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
