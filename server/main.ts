import { once } from 'node:events';
import type { Server } from 'node:http';
import { compose, type Regulars } from './compose.ts';
import { type Config, readConfig } from './config.ts';

/** Answers under way get this long; then their connections are cut. */
const ANSWERS_MS = 10_000;
/** After this nobody waits any more. What was not finished is done again by whoever starts next. */
const STOP_MS = 25_000;

const config = readConfig();
if (!config.ok) {
  for (const { name, why } of config.error) console.error(`${name}: ${why}`);
  process.exit(2);
}
await run(config.value).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'Regulars could not start');
  process.exit(1);
});

async function run(settings: Config): Promise<void> {
  const regulars = await compose(settings);
  crashOnWhatNobodyCaught(regulars);
  const server = settings.isWeb ? await listen(regulars, settings) : null;
  if (settings.isWorker) await regulars.startWork();
  regulars.log.info('process.started', { web: settings.isWeb, worker: settings.isWorker });
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void stop(regulars, server, signal);
    });
  }
}

async function listen({ app, log }: Regulars, { port, host, appUrl }: Config): Promise<Server> {
  const server = app.listen(port, host);
  // Longer than a load balancer keeps its connections, so that it never uses one that we have just closed.
  server.keepAliveTimeout = 75_000;
  await once(server, 'listening');
  log.info('process.listening', { port, host, appUrl });
  return server;
}

/** Takes nothing new, ends what is under way, closes the doors. */
async function stop(regulars: Regulars, server: Server | null, signal: string): Promise<void> {
  const { log } = regulars;
  log.info('process.stopping', { signal });
  setTimeout(() => {
    log.error('process.stopped_late');
    process.exit(1);
  }, STOP_MS).unref();
  try {
    if (server !== null) await closeServer(server);
    await regulars.stopWork();
    await regulars.close();
    log.info('process.stopped');
    process.exit(0);
  } catch (error) {
    log.error('process.stopped_badly', { error: error instanceof Error ? error.name : 'unknown' });
    process.exit(1);
  }
}

async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), ANSWERS_MS);
  server.close();
  server.closeIdleConnections();
  await once(server, 'close');
  clearTimeout(cut);
}

/** A state nobody thought of is not worked on with: the process ends, and its supervisor starts a fresh one. */
function crashOnWhatNobodyCaught({ log, newId }: Regulars): void {
  const crash = (error: unknown): void => {
    const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 9) : [];
    log.error('process.crashed', {
      errorId: newId(),
      error: error instanceof Error ? error.name : typeof error,
      where,
    });
    process.exit(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}
