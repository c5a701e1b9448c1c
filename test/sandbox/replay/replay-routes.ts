import express, { Router } from 'express';
import type { World } from '../world/world.ts';
import { readOrders } from './filed-order.ts';
import { replayOrders } from './replay-orders.ts';

const PER_SECOND = 50;

/** `POST /shops/:shop/replay?perSecond=50` with a file of orders, JSONL or CSV; answers when all are placed. */
export function createReplayRoutes(world: World): Router {
  const router = Router();
  router.post('/shops/:shop/replay', express.text({ type: '*/*', limit: '200mb' }), async (request, response) => {
    const shop = world.findShop(String(request.params.shop));
    if (shop === null) return void response.status(404).json({ error: 'no such shop' });
    const perSecond = Number(request.query.perSecond ?? PER_SECOND);
    if (!(perSecond > 0)) return void response.status(400).json({ error: 'perSecond is a number above zero' });
    try {
      response.json(await replayOrders(shop, readOrders(String(request.body)), perSecond));
    } catch (error) {
      response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  return router;
}
