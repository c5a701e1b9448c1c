import { createServer } from 'node:net';

const TRIED_MAX = 50;

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The port wished for, or the next one that nobody listens on: links stay the same from start to start. */
export async function openPort(wished: number): Promise<number> {
  for (let port = wished; port < wished + TRIED_MAX; port += 1) if (await isOpen(port)) return port;
  throw new Error(`no port from ${wished} to ${wished + TRIED_MAX} is free on 127.0.0.1`);
}
