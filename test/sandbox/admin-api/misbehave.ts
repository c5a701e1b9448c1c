import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';
import type { Faults } from './faults.ts';

const NAME = /^\s*(?:query|mutation)\s+(\w+)/;

function operationIn(body: unknown): string | null {
  const { query, operationName } = (body ?? {}) as { readonly query?: unknown; readonly operationName?: unknown };
  if (typeof operationName === 'string') return operationName;
  return typeof query === 'string' ? (NAME.exec(query)?.[1] ?? null) : null;
}

/** Answers, or fails as was asked for. */
export async function misbehave(
  faults: Faults,
  body: unknown,
  response: Response,
  answer: () => unknown,
): Promise<void> {
  const fault = faults.take(operationIn(body));
  if (faults.slowMs() > 0) await pause(faults.slowMs());
  switch (fault) {
    case null:
      return void response.json(answer());
    case 'server_error':
      return void response.status(500).json({ errors: 'Internal Server Error' });
    case 'too_many':
      return void response.status(429).set('retry-after', '0.1').json({ errors: 'Exceeded rate limit' });
    case 'throttled':
      return void response.json({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] });
    case 'html':
      return void response.status(502).type('html').send('<html><body>Bad gateway</body></html>');
    case 'drop':
      answer();
      return void response.socket?.destroy();
    case 'hang':
      // The connection stays open until the caller or the sandbox ends it.
      return;
  }
}
