import { createServer, type Server } from 'node:http';
import express, { type Express, type Router } from 'express';

export type SandboxServer = {
  readonly mount: (router: Router) => void;
  /** Answers the address it listens on, without a slash at the end. */
  readonly listen: (port: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Express on loopback. Routers are asked in the order in which they were mounted. */
export function createSandboxServer(): SandboxServer {
  const app: Express = express();
  app.disable('x-powered-by');
  const server = createServer(app);
  return {
    mount: (router) => {
      app.use(router);
    },
    listen: (port) => listen(server, port),
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
