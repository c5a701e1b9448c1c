import { connect, type Socket } from 'node:net';

/** One connection that stays open and carries one request at a time. */
export type Connection = {
  /** Sends a whole HTTP/1.1 request; answers the status. */
  readonly send: (request: Buffer) => Promise<number>;
  readonly close: () => void;
};

const HEAD_END = '\r\n\r\n';

type Waiting = { readonly resolve: (status: number) => void; readonly reject: (error: Error) => void };

/**
 * A client that does as little as a client can: on two cores what measures takes from what is measured. It reads
 * answers that say how long they are, which ours and Express' all do; anything else fails the measurement.
 */
export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(overSocket(socket));
    });
  });
}

function overSocket(socket: Socket): Connection {
  let waiting: Waiting | null = null;
  let got: Buffer = Buffer.alloc(0);
  const fail = (why: string): void => {
    waiting?.reject(new Error(why));
    waiting = null;
    socket.destroy();
  };
  socket.on('data', (chunk) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const answer = readAnswer(got);
    if (answer === 'unfinished') return;
    got = Buffer.alloc(0);
    if (answer === 'unreadable') return fail('an answer without a length');
    const { resolve } = waiting ?? { resolve: () => undefined };
    waiting = null;
    resolve(answer);
  });
  socket.on('error', (error) => fail(error.message));
  socket.on('close', () => fail('the connection was closed'));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      socket.removeAllListeners('close');
      socket.destroy();
    },
  };
}

function readAnswer(got: Buffer): number | 'unfinished' | 'unreadable' {
  const end = got.indexOf(HEAD_END);
  if (end < 0) return 'unfinished';
  const head = got.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) return status === 204 ? status : 'unreadable';
  return got.length >= end + HEAD_END.length + Number(length) ? status : 'unfinished';
}

/** A whole POST as it goes over the wire. */
export function postOf(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Buffer {
  const all = { host: '127.0.0.1', 'content-length': String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), body]);
}
