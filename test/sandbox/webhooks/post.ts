import { Agent, type IncomingMessage, request } from 'node:http';

const CONNECT_WITHIN_MS = 1000;
const ANSWER_WITHIN_MS = 5000;

export type Post = {
  /** The status; null when there was no answer in Shopify's time: 1 s to connect, 5 s for everything. */
  readonly post: (url: URL, headers: Readonly<Record<string, string>>, body: string) => Promise<number | null>;
  readonly close: () => void;
};

/** Posts over connections that stay open, as Shopify does. */
export function createPost(): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    post: (url, headers, body) =>
      new Promise((resolve) => {
        const asked = request(url, { method: 'POST', agent, headers });
        const total = setTimeout(() => asked.destroy(new Error('no answer in time')), ANSWER_WITHIN_MS);
        const done = (status: number | null): void => {
          clearTimeout(total);
          resolve(status);
        };
        asked.on('socket', (socket) => {
          if (!socket.connecting) return;
          const connect = setTimeout(() => asked.destroy(new Error('no connection in time')), CONNECT_WITHIN_MS);
          socket.once('connect', () => clearTimeout(connect));
          socket.once('close', () => clearTimeout(connect));
        });
        asked.on('response', (answer: IncomingMessage) => {
          answer.on('end', () => done(answer.statusCode ?? null));
          answer.on('error', () => done(null));
          answer.resume();
        });
        asked.on('error', () => done(null));
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}
