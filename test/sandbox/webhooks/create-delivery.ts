import type { ShopState } from '../world/state.ts';
import type { WorldEvent } from '../world/world-event.ts';
import { calmly, type Delivery, type DeliveryMode } from './delivery.ts';
import { createLanes, type LanesDeps } from './lanes.ts';
import { newWebhookId, type Outgoing } from './outgoing.ts';
import { eventBody } from './payloads/event-body.ts';
import { fieldsOf, readSubscriptions, type Subscription, type Subscriptions } from './subscriptions.ts';

export type DeliveryDeps = Omit<LanesDeps, 'mode'> & {
  readonly stateOf: (shop: string) => ShopState;
  /** Topics that nobody asked for are told to nobody; left out: what shopify.app.toml asks for. */
  readonly subscriptions?: Subscriptions;
};

const POLL_MS = 5;
const SETTLED_WITHIN_MS = 30_000;
/** These come whether the shop still has the app or not. */
const COMPLIANCE = ['customers/data_request', 'customers/redact', 'shop/redact'];

/** Sends what the world tells to the app, well or badly. `chance` comes from the seed. */
export function createDelivery(deps: DeliveryDeps): Delivery & { readonly stop: () => void } {
  const { chance, now, record, subscriptions = readSubscriptions() } = deps;
  const held: Outgoing[] = [];
  let mode: DeliveryMode = calmly;
  const lanes = createLanes({ ...deps, mode: () => mode });
  const bodyOf = createBodies(deps.stateOf);

  const launch = (outgoing: Outgoing): void => {
    if (mode.lose > 0 && chance() < mode.lose) {
      record({ ...outgoing, attempt: 0, at: now(), status: 'lost', tookMs: 0 });
      return;
    }
    const copies = mode.twice > 0 && chance() < mode.twice ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      if (mode.lateMs > 0) lanes.after(chance() * mode.lateMs, () => lanes.queue(outgoing));
      else lanes.queue(outgoing);
    }
  };
  const send = (shop: string, topic: string, body: string, at = now(), eventId = newWebhookId()): Outgoing => {
    const name = subscriptions.get(topic)?.name ?? null;
    const outgoing = { shop, topic, name, webhookId: newWebhookId(), eventId, triggeredAt: at, body };
    if (mode.hold) held.push(outgoing);
    else launch(outgoing);
    return outgoing;
  };
  return {
    mode: (change) => {
      mode = { ...mode, ...change };
      lanes.pump();
    },
    calm: () => {
      mode = { ...calmly, backoffFactor: mode.backoffFactor, parallel: mode.parallel, hold: mode.hold };
    },
    release: () => {
      mode = { ...mode, hold: false };
      for (const outgoing of held.splice(0)) launch(outgoing);
    },
    held: () => [...held],
    waiting: lanes.waiting,
    settled: (withinMs = SETTLED_WITHIN_MS) => settled(lanes.waiting, withinMs),
    tell: (event) => {
      const subscription = subscriptions.get(event.topic);
      const isTold = event.installed || COMPLIANCE.includes(event.topic);
      if (subscription === undefined || !isTold) return;
      send(event.shop, event.topic, bodyOf(event, subscription), event.at, event.eventId);
    },
    send: (shop, topic, body, at) => send(shop, topic, body, at),
    again: lanes.queue,
    stop: lanes.stop,
  };
}

async function settled(waiting: () => number, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (waiting() > 0) {
    if (performance.now() > until) throw new Error(`${waiting()} webhooks are still on their way`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Topics of one event with one subject tell the same body, which is written once. */
function createBodies(stateOf: (shop: string) => ShopState) {
  let last: { readonly eventId: string; readonly subject: unknown; readonly body: string } | null = null;
  return (event: WorldEvent, subscription: Subscription): string => {
    const { eventId, subject } = event;
    if (last !== null && last.eventId === eventId && last.subject === subject) return last.body;
    const body = JSON.stringify(fieldsOf(eventBody(stateOf(event.shop), event), subscription));
    last = { eventId, subject, body };
    return body;
  };
}
