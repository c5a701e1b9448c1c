import type { ErrorRequestHandler, Response } from 'express';
import type { Refusal, RefusalCode } from '../../shared/contract/api.ts';
import { unreadable } from '../../shared/domain/fault.ts';
import { AppError } from '../app/ports/app-error.ts';
import type { Log } from '../app/ports/log.ts';
import { BadInput } from './bad-input.ts';
import { refusalStatus } from './refusal-status.ts';

/** Answers with a refusal and the status its code has. */
export function refuse(response: Response, code: RefusalCode, facts: Omit<Refusal, 'code'> = {}): void {
  const refusal: Refusal = { code, ...facts };
  response.status(refusalStatus[code]).set('Cache-Control', 'no-store').json(refusal);
}

/** Faults of Express' own readers carry a status below 500: bodies too large, broken JSON, broken addresses. */
function callersFault(error: unknown): { readonly status: number; readonly type: string } | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return { status, type: 'type' in error && typeof error.type === 'string' ? error.type : 'request' };
}

/** For whoever wrote the program that asks. */
const reasons: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'this is not JSON',
  'encoding.unsupported': 'unknown content encoding',
  'charset.unsupported': 'unknown character set',
  'request.size.invalid': 'the body is not as long as it says',
};

/** What an error is called on the wire; the last word on every request that went wrong. */
export function createErrorResponse(deps: { readonly log: Log; readonly newId: () => string }): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof BadInput) return refuse(response, 'faults', { faults: error.faults });
    const theirs = callersFault(error);
    if (theirs?.status === 413) return refuse(response, 'too_large');
    if (theirs !== null) {
      const why = reasons[theirs.type] ?? 'this request cannot be read';
      return refuse(response, 'bad_request', { faults: [unreadable('', why)] });
    }
    const errorId = deps.newId();
    const facts = { errorId, requestId: response.locals.requestId, method: request.method, path: request.path };
    if (error instanceof AppError && error.retryable) {
      deps.log.warn('request.failed', { ...facts, code: error.code });
      return refuse(response, 'unavailable', { errorId });
    }
    deps.log.error('request.crashed', { ...facts, ...whatBroke(error) });
    refuse(response, 'internal', { errorId });
  };
}

/** Name and place of the fault. A database's message may quote what was stored, so only our own speaks. */
function whatBroke(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const isOurs = error instanceof AppError || error.message.startsWith('invariant broken');
  const where = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, ...(isOurs ? { message: error.message } : {}), where: where.slice(0, 8) };
}
