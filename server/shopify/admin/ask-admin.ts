import { ApiVersion } from '@shopify/shopify-api';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import { ask } from '../ask.ts';
import type { OriginOf } from '../origin.ts';
import type { AccessTokens } from '../session/access-tokens.ts';
import type { AdminDocument } from './admin-document.ts';
import type { Budgets } from './budgets.ts';
import { type AdminAnswer, readAnswer } from './read-answer.ts';

export type AskAdmin = <T>(shop: ShopId, document: AdminDocument<T>, variables?: Variables) => Promise<T>;
export type Variables = Readonly<Record<string, unknown>>;

export type AskAdminDeps = {
  readonly originOf: OriginOf;
  readonly tokens: AccessTokens;
  readonly budgets: Budgets;
  readonly clock: Clock;
  readonly log: Log;
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 up to 1: spreads the retries of many calls that failed together. */
  readonly jitter: () => number;
};

const TRIES_MAX = 5;
const BACKOFF_FIRST_MS = 500;
const BACKOFF_MAX_MS = 8000;
/** Below the minute for which work is leased: whoever asked still holds it when we give up. */
const GIVE_UP_MS = 30_000;

/** Asks the Admin API one document: within the shop's budget, with a token that is good, again where that helps. */
export function createAskAdmin(deps: AskAdminDeps): AskAdmin {
  const { clock, pause, tokens } = deps;
  const send = createSend(deps);
  return async (shop, document, variables = {}) => {
    const startedAt = clock.now();
    let token = await tokens.current(shop);
    let isTokenNew = false;
    for (let tries = 1; ; tries += 1) {
      const answer = await send(shop, document, variables, token);
      if (answer.outcome === 'answered') return dataOf(deps, shop, document, answer);
      if (answer.outcome === 'unauthorized') {
        if (isTokenNew) throw new AppError('shop_uninstalled', false);
        token = await tokens.instead(shop, token);
        isTokenNew = true;
        continue;
      }
      if (answer.outcome === 'refused') throw refusal(deps, shop, document, answer.why);
      const waitMs = answer.afterMs ?? backoffMs(tries, deps.jitter());
      const isLate = clock.now() - startedAt + waitMs > GIVE_UP_MS;
      if (tries === TRIES_MAX || isLate || !mayRepeat(document, answer)) throw worldFailed(answer);
      await pause(waitMs);
    }
  };
}

type Failed = Extract<AdminAnswer, { outcome: 'throttled' | 'unavailable' }>;

/** A throttled call was not acted on; of one without an answer nobody knows. */
const mayRepeat = (document: AdminDocument<unknown>, answer: Failed): boolean =>
  answer.outcome === 'throttled' || document.isRepeatable;

const worldFailed = (answer: Failed): AppError =>
  new AppError(answer.outcome === 'throttled' ? 'shopify_throttled' : 'shopify_unavailable', true, answer.why);

/** 0.5 s, 1 s, 2 s … each between the half and the whole of it. */
const backoffMs = (tries: number, jitter: number): number =>
  Math.round(Math.min(BACKOFF_FIRST_MS * 2 ** (tries - 1), BACKOFF_MAX_MS) * (0.5 + jitter / 2));

function createSend({ originOf, budgets }: AskAdminDeps) {
  return async (
    shop: ShopId,
    { text, cost }: AdminDocument<unknown>,
    variables: Variables,
    token: string,
  ): Promise<AdminAnswer> => {
    await budgets.take(shop, cost);
    const url = `${originOf(shop)}/admin/api/${ApiVersion.October26}/graphql.json`;
    const question = { headers: { 'x-shopify-access-token': token }, body: { query: text, variables } };
    const answer = await ask(url, question).then(readAnswer, unanswered);
    budgets.give(shop, cost, answer.throttleStatus);
    return answer;
  };
}

function unanswered(error: unknown): AdminAnswer {
  if (!(error instanceof AppError)) throw error;
  return { outcome: 'unavailable', why: error.code, afterMs: null, throttleStatus: null };
}

/** What a document promises to bring; fields that Shopify does not show us come as null beside an error. */
function dataOf<T>(
  { log }: AskAdminDeps,
  shop: ShopId,
  { name, answer }: AdminDocument<T>,
  told: Extract<AdminAnswer, { outcome: 'answered' }>,
): T {
  if (told.denied.length > 0) log.warn('shopify.fields_denied', { shop, document: name, fields: told.denied });
  const read = answer.safeParse(told.data);
  if (read.success) return read.data;
  const faults = read.error.issues.slice(0, 10).map(({ path, code }) => `${path.join('.')}: ${code}`);
  log.error('shopify.answer_unreadable', { shop, document: name, faults });
  throw new AppError('shopify_refused', false, `${name}: unreadable`);
}

function refusal({ log }: AskAdminDeps, shop: ShopId, { name }: AdminDocument<unknown>, why: string): AppError {
  log.error('shopify.refused', { shop, document: name, why });
  return new AppError('shopify_refused', false, `${name}: ${why}`);
}
