import express, { Router } from 'express';
import { isAccessToken } from '../door/tokens.ts';
import type { World } from '../world/world.ts';
import { answerQuestion } from './answer-question.ts';
import { createBuckets, type Throttle } from './buckets.ts';
import { createBulkRunner } from './bulk/bulk-runner.ts';
import { createResultFiles } from './bulk/result-files.ts';
import { type Complaint, createComplaints } from './complaints.ts';
import { executeDocument } from './execute.ts';
import { createFaults, type Faults } from './faults.ts';
import { misbehave } from './misbehave.ts';

export type AdminApi = {
  readonly router: Router;
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly complaints: readonly Complaint[];
  readonly stop: () => void;
};

export type AdminApiDeps = {
  readonly world: World;
  /** Where the sandbox listens; bulk results and pictures lie there. */
  readonly url: () => string;
  readonly changed: () => void;
  /** A folder for bulk results; null: in memory. */
  readonly dataDir?: string | null;
  /** Handles of the Functions that our app deployed. */
  readonly functions?: readonly string[];
  /** A bulk operation takes at least so long. */
  readonly bulkTakesMs?: number;
};

const FUNCTIONS = ['regulars-discount', 'regulars-capped', 'regulars-reward', 'regulars-gift'];
const BULK_TAKES_MS = 150;
const VERSION = '2026-10';

/** The Admin API of every shop: GraphQL against Shopify's schema, and the results of bulk operations. */
export function createAdminApi(deps: AdminApiDeps): AdminApi {
  const { world, changed, functions = FUNCTIONS } = deps;
  const complaints = createComplaints();
  const faults = createFaults();
  const buckets = createBuckets(() => performance.now());
  const files = createResultFiles(deps.dataDir ?? null);
  let isStopped = false;
  const bulk = createBulkRunner({
    execute: (shop, document, slice) =>
      executeDocument({
        document,
        variables: {},
        operationName: null,
        context: { shop, url: deps.url(), functions, bulk, slice },
      }),
    files,
    url: deps.url,
    complain: complaints.add,
    takesMs: deps.bulkTakesMs ?? BULK_TAKES_MS,
    changed,
    isStopped: () => isStopped,
  });
  for (const shop of world.shops()) bulk.resume(shop.context);

  const router = Router();
  const json = express.json({ limit: '12mb' });
  router.post('/shops/:shop/admin/api/:version/graphql.json', json, async (request, response) => {
    const shop = world.findShop(String(request.params.shop));
    const token = request.get('x-shopify-access-token') ?? '';
    if (shop === null || request.params.version !== VERSION) {
      return void response.status(404).json({ errors: 'Not Found' });
    }
    if (!isAccessToken(shop.context, token)) {
      const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
      return void response.status(401).json({ errors });
    }
    const context = { shop: shop.context, url: deps.url(), functions, bulk, slice: null };
    const answer = () => answerQuestion(request.body, { context, buckets, complain: complaints.add });
    await misbehave(faults, request.body, response, answer);
    changed();
  });
  router.get('/bulk-results/:file', (request, response) => {
    const text = files.get(request.params.file);
    if (text === null) return void response.status(404).send('NoSuchKey');
    response.type('application/jsonl').send(text);
  });
  return {
    router,
    faults,
    throttle: buckets,
    complaints: complaints.list,
    stop: () => {
      isStopped = true;
    },
  };
}
