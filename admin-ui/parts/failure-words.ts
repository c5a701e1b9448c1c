import type { Text } from '../../shared/text/text.ts';
import { failureOf } from '../api/request-failed.ts';

export type FailureWords = { readonly message: string; readonly detail: string | null };

/** Whatever was thrown, in words a shopkeeper can act on. */
export function failureWords(thrown: unknown, text: Text): FailureWords {
  const failure = failureOf(thrown);
  if (failure.kind === 'network') return { message: text.common.failed.network, detail: null };
  if (failure.kind === 'no_session') return { message: text.common.failed.notEmbedded, detail: null };
  const { code, errorId } = failure.refusal;
  return {
    message: text.refusals[code] ?? text.refusals.internal,
    detail: errorId === undefined ? null : text.common.failed.errorId(errorId),
  };
}
