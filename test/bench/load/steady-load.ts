import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, openConnection } from './connection.ts';
import { createTally, type Measured } from './measured.ts';

export type SteadyLoad = {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Makes the next request. */
  readonly request: () => Buffer;
};

const CONNECTIONS = 64;

/**
 * Requests at even distances, whether or not the ones before are answered, as the world sends them. A latency counts
 * from the moment the request was due, so that a slow answer makes those behind it look late, which they are.
 */
export async function steadyLoad({ port, perSecond, seconds, request }: SteadyLoad): Promise<Measured> {
  const free: Connection[] = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(port)));
  const all = [...free];
  const tally = createTally();
  const count = Math.round(perSecond * seconds);
  const due: number[] = [];
  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  const dueAt = (n: number): number => startedAt + (n * 1000) / perSecond;
  const send = async (connection: Connection, n: number): Promise<void> => {
    const status = await connection.send(request());
    tally.add(performance.now() - dueAt(n), status === 200);
    free.push(connection);
    begin();
  };
  const begin = (): void => {
    while (free.length > 0 && due.length > 0) {
      const sending: Promise<void> = send(free.pop() as Connection, due.shift() as number);
      underWay.add(sending);
      sending.then(
        () => underWay.delete(sending),
        // One that failed stays in the set and fails the measurement below.
        () => undefined,
      );
    }
  };
  for (let next = 0; next < count; ) {
    for (; next < count && dueAt(next) <= performance.now(); next += 1) due.push(next);
    begin();
    await pause(1);
  }
  while (due.length > 0 || underWay.size > 0) await Promise.race([...underWay, pause(50)]);
  for (const connection of all) connection.close();
  return tally.measured(seconds);
}
