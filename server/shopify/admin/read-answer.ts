import { z } from 'zod';
import { type Answer, jsonOf } from '../ask.ts';
import type { ThrottleStatus } from './budgets.ts';

type Told = { readonly throttleStatus: ThrottleStatus | null };

/** What an HTTP answer of the Admin API comes to. `why` holds codes, never bodies. */
export type AdminAnswer = Told &
  (
    | { readonly outcome: 'answered'; readonly data: unknown; readonly denied: readonly string[] }
    | { readonly outcome: 'unauthorized' }
    | { readonly outcome: 'refused'; readonly why: string }
    | { readonly outcome: 'throttled' | 'unavailable'; readonly why: string; readonly afterMs: number | null }
  );

const graphqlError = z.object({
  extensions: z.object({ code: z.string().optional() }).optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});

const throttleStatus = z.object({
  maximumAvailable: z.number(),
  currentlyAvailable: z.number(),
  restoreRate: z.number(),
});

const body = z.object({
  data: z.unknown().optional(),
  errors: z.unknown().optional(),
  extensions: z
    .object({ cost: z.object({ requestedQueryCost: z.number().optional(), throttleStatus }).optional() })
    .optional()
    .catch(undefined),
});

type Body = z.output<typeof body>;
type GraphqlError = z.output<typeof graphqlError>;

const WORLD = new Set(['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'SERVICE_UNAVAILABLE']);
/** Frozen, locked or closed for now; the merchant may come back. */
const SHOP_IS_AWAY = new Set([402, 423]);

export function readAnswer(answer: Answer): AdminAnswer {
  const { status, retryAfterMs: afterMs } = answer;
  const nothing = { throttleStatus: null };
  if (status === 401) return { outcome: 'unauthorized', ...nothing };
  if (status === 429) return { outcome: 'throttled', why: 'status 429', afterMs, ...nothing };
  const isAway = status >= 500 || (status >= 300 && status < 400) || SHOP_IS_AWAY.has(status);
  if (isAway) return { outcome: 'unavailable', why: `status ${status}`, afterMs, ...nothing };
  if (status !== 200) return { outcome: 'refused', why: `status ${status}`, ...nothing };
  const read = body.safeParse(jsonOf(answer));
  if (!read.success) return { outcome: 'unavailable', why: 'no JSON', afterMs, ...nothing };
  return readBody(read.data);
}

function readBody({ data, errors, extensions }: Body): AdminAnswer {
  const told = { throttleStatus: extensions?.cost?.throttleStatus ?? null };
  if (errors === undefined || errors === null) return { outcome: 'answered', data, denied: [], ...told };
  const list = z.array(graphqlError).safeParse(errors);
  if (!list.success) return { outcome: 'refused', why: 'errors in words', ...told };
  const codes = list.data.map((error) => error.extensions?.code ?? 'no code');
  if (codes.includes('THROTTLED')) {
    const afterMs = msToRestore(extensions);
    return { outcome: 'throttled', why: 'THROTTLED', afterMs, ...told };
  }
  if (codes.some((code) => WORLD.has(code))) {
    return { outcome: 'unavailable', why: codes.join(' '), afterMs: null, ...told };
  }
  const isDenied = data != null && codes.every((code) => code === 'ACCESS_DENIED');
  if (isDenied) return { outcome: 'answered', data, denied: [...new Set(list.data.map(fieldOf))], ...told };
  return { outcome: 'refused', why: codes.join(' '), ...told };
}

/** The field without the numbers of a list, so that a hundred customers make one line. */
const fieldOf = ({ path }: GraphqlError): string => (path ?? []).filter((part) => typeof part === 'string').join('.');

/** How long until the call would fit. */
function msToRestore(extensions: Body['extensions']): number | null {
  const cost = extensions?.cost;
  if (cost === undefined || cost.throttleStatus.restoreRate <= 0) return null;
  const missing = (cost.requestedQueryCost ?? 0) - cost.throttleStatus.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}
