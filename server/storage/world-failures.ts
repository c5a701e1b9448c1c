import { AppError } from '../app/ports/app-error.ts';
import { GivenUp } from './bounded.ts';

/** Codes of answers that mean "not now": no primary, stepping down, shutting down, too slow. */
const NOT_NOW = new Set([6, 7, 50, 64, 79, 89, 91, 112, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436]);
const LABELS = ['RetryableWriteError', 'TransientTransactionError', 'ResetPool', 'InterruptInUseConnections'];
const AWAY = [
  'Network',
  'ServerSelection',
  'PoolClear',
  'PoolClosed',
  'NotConnected',
  'TopologyClosed',
  'ClientClosed',
  'ExpiredSession',
  'WaitQueueTimeout',
  'OperationTimeout',
  'WriteConcern',
];
const UNREACHABLE = new RegExp(`^Mongo(ose)?(${AWAY.join('|')})`);

/** What Node says of a socket whose other side is gone; in the moment of it the driver passes that on as it is. */
const GONE = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_SOCKET_CLOSED',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

const labelsOf = (error: Error): readonly unknown[] =>
  'errorLabels' in error && Array.isArray(error.errorLabels) ? error.errorLabels : [];

/** The driver hides why many writes at once were not answered at all; what the server refuses has a code. */
const isBulkUnanswered = (error: Error): boolean =>
  error.name === 'MongoBulkWriteError' && !('code' in error && error.code !== undefined);

/** Whether the database is away or busy, so that the same call may go through later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (UNREACHABLE.test(error.name)) return true;
  if (error instanceof GivenUp || isBulkUnanswered(error)) return true;
  if ('code' in error && GONE.has(String(error.code))) return true;
  if (/^Mongo/.test(error.name) && 'code' in error && NOT_NOW.has(Number(error.code))) return true;
  return labelsOf(error).some((label) => LABELS.includes(String(label)));
}

const told = (error: unknown): unknown =>
  isDatabaseAway(error) ? new AppError('database_unanswered', true, error) : error;

async function* stream(values: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* values;
  } catch (error) {
    throw told(error);
  }
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** The same store, whose failures say in our words that the database is away; nowhere else are the driver's known. */
export function withWorldFailures<T extends object>(store: T): T {
  const methods = Object.entries(store).map(([name, method]: [string, unknown]) => {
    if (typeof method !== 'function') return [name, method];
    const telling = (...args: unknown[]): unknown => {
      const answer: unknown = method(...args);
      if (isStream(answer)) return stream(answer);
      return answer instanceof Promise ? answer.catch((error: unknown) => Promise.reject(told(error))) : answer;
    };
    return [name, telling];
  });
  return Object.fromEntries(methods) as T;
}
