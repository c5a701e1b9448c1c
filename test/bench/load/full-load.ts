import { openConnection } from './connection.ts';
import { createTally, type Measured } from './measured.ts';

export type FullLoad = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Makes the next request. */
  readonly request: () => Buffer;
};

/** As much as comes: each connection sends the next request as soon as the last is answered. Stops by itself. */
export async function fullLoad({ port, connections, seconds, request }: FullLoad): Promise<Measured> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const tally = createTally();
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    open.map(async (connection) => {
      for (let at = performance.now(); at < until; at = performance.now()) {
        const status = await connection.send(request());
        tally.add(performance.now() - at, status === 200);
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1000;
  for (const connection of open) connection.close();
  return tally.measured(took);
}
