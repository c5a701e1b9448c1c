import { type Request, type Response, Router } from 'express';
import { addToCart, type Cart, changeAttributes, changeCodes, changeLine, emptyCart } from './cart.ts';
import { cartJson } from './cart-json.ts';
import { findGoods } from './cart-lines.ts';
import { count, field, recordField } from './form.ts';
import { priceOf, type StorefrontDeps, type Visit, visitOf } from './storefront-deps.ts';

type Change = (visit: Visit, request: Request) => Cart | { readonly refused: string };

/** The addresses that scripts of themes use: `/cart.js`, `/cart/add.js` and the rest; answers are Shopify's. */
export function createCartAjax(deps: StorefrontDeps): Router {
  const router = Router({ mergeParams: true });
  const change = (path: string, apply: Change) =>
    router.post([`/cart/${path}.js`, `/cart/${path}.json`], async (request, response) => {
      const visit = visitOf(deps, request, response);
      if (visit === null) return;
      const changed = apply(visit, request);
      if ('refused' in changed) return refuse(response, changed.refused);
      deps.carts.keep(visit.domain, changed);
      response.json(cartJson(changed, await priceOf(deps, visit, changed)));
    });
  router.get(['/cart.js', '/cart.json'], async (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit !== null) response.json(cartJson(visit.cart, await priceOf(deps, visit, visit.cart)));
  });
  change('add', add);
  change('change', changeOne);
  change('update', update);
  change('clear', ({ cart }) => ({ ...emptyCart(cart.token, cart.currency), customerId: cart.customerId }));
  return router;
}

const refuse = (response: Response, description: string): void => {
  response.status(422).json({ status: 422, message: 'Cart Error', description });
};

const propertiesOf = (value: unknown) =>
  Object.entries(recordField(value)).flatMap(([name, each]) => (each ? [{ name, value: each }] : []));

/** One item in the body, or several under `items`. */
function add({ context, cart }: Visit, request: Request): Cart | { readonly refused: string } {
  const body: unknown = request.body;
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : [body];
  if (!Array.isArray(items)) return { refused: 'items is not a list' };
  let changed = cart;
  for (const item of items) {
    const { id, quantity } = recordField(item);
    const variantId = count(id ?? '');
    if (findGoods(context.state, variantId) === null) return { refused: 'Cannot find variant' };
    const properties = typeof item === 'object' && item !== null && 'properties' in item ? item.properties : {};
    changed = addToCart(changed, variantId, count(quantity ?? '', 1), propertiesOf(properties));
  }
  return changed;
}

/** Finds a line by its key, its variant or its place, as themes do. */
function keyOf(cart: Cart, id: string, place: string): string | null {
  const byPlace = cart.lines[count(place) - 1];
  if (byPlace !== undefined) return byPlace.key;
  const key = id.slice(id.indexOf(':') + 1);
  const line = cart.lines.find((each) => each.key === key || String(each.variantId) === id);
  return line?.key ?? null;
}

function changeOne({ cart }: Visit, request: Request): Cart | { readonly refused: string } {
  const key = keyOf(cart, field(request, 'id'), field(request, 'line'));
  if (key === null) return { refused: 'no valid id or line parameter' };
  return changeLine(cart, key, count(field(request, 'quantity')));
}

/** Quantities by variant or key, the note, attributes and codes: each only where given. */
function update({ cart }: Visit, request: Request): Cart {
  const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Readonly<
    Record<string, unknown>
  >;
  let changed = changeAttributes(cart, recordField(body.attributes));
  for (const [id, quantity] of Object.entries(recordField(body.updates))) {
    const key = keyOf(changed, id, '');
    if (key !== null) changed = changeLine(changed, key, count(quantity ?? ''));
  }
  if (typeof body.discount === 'string') changed = changeCodes(changed, body.discount);
  return typeof body.note === 'string' ? { ...changed, note: body.note === '' ? null : body.note } : changed;
}
