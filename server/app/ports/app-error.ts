/** The world failed (style.md 7). `retryable`: the same call may go through later. */
export class AppError extends Error {
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, retryable: boolean, cause?: unknown) {
    super(code, { cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = retryable;
  }
}
