import { Router } from 'express';
import type { HttpDeps } from './deps.ts';

/** `/healthz`: the process answers. `/readyz`: and so does the database, so traffic may come. */
export function createHealth({ pingDatabase, log }: Pick<HttpDeps, 'pingDatabase' | 'log'>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'up' });
  });
  router.get('/readyz', async (_request, response) => {
    try {
      await pingDatabase();
      response.json({ status: 'ready' });
    } catch {
      log.warn('database.unanswered');
      response.status(503).json({ status: 'database_unanswered' });
    }
  });
  return router;
}
