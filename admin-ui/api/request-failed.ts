import type { Refusal } from '../../shared/contract/api.ts';

/** Why an answer did not come: the server refused, could not be reached, or there is no session to ask with. */
export type Failure =
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | { readonly kind: 'network' }
  | { readonly kind: 'no_session' };

/** Thrown by the client, because that is how the query library learns of a failure. */
export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'refused' ? failure.refusal.code : failure.kind);
    this.name = 'RequestFailed';
    this.failure = failure;
  }
}

/** The failure inside whatever was thrown; anything unexpected counts as a server out of reach. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof RequestFailed ? thrown.failure : { kind: 'network' };

/** The refusal, where the server said no in words. */
export function refusalOf(thrown: unknown): Refusal | null {
  const failure = failureOf(thrown);
  return failure.kind === 'refused' ? failure.refusal : null;
}
