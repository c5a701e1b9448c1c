import { found, type ShopContext } from '../context.ts';
import { ordersOf } from '../keep.ts';
import type { Installation, Instant } from '../things.ts';

/** What shopify.app.toml asks for. */
export const DEFAULT_SCOPES = [
  'read_orders',
  'read_all_orders',
  'write_customers',
  'read_customer_merge',
  'write_discounts',
  'write_products',
  'read_inventory',
  'read_locations',
  'write_app_proxy',
];

/** The merchant takes our app; from now on the shop's webhooks come to it. Taken twice it stays as it was. */
export function install(context: ShopContext, scopes: readonly string[] = DEFAULT_SCOPES): Installation {
  const { state, now, nextId } = context;
  state.installation ??= {
    id: nextId(),
    scopes: [...scopes].sort(),
    installedAt: now(),
    accessTokens: [],
    refreshTokens: [],
  };
  return state.installation;
}

/** The merchant sends our app away: its tokens are void and its discounts gone. Metafields stay, as in Shopify. */
export function uninstall(context: ShopContext, at: Instant = context.now()): void {
  found(context.state.installation, 'installation of our app');
  context.emit(at, [['app/uninstalled', { kind: 'shop' }]]);
  context.state.installation = null;
  context.state.discounts.clear();
  context.state.codeDiscounts.clear();
}

/** The merchant grants more or takes something back. */
export function changeScopes(context: ShopContext, scopes: readonly string[], at: Instant = context.now()): void {
  const installation = found(context.state.installation, 'installation of our app');
  const current = [...scopes].sort();
  context.state.installation = { ...installation, scopes: current };
  context.emit(at, [['app/scopes_update', { kind: 'scopes', previous: installation.scopes, current }]]);
}

/** A shopper asks what the shop and its apps know. */
export function requestData(context: ShopContext, customerId: number): void {
  const customer = found(context.state.customers.get(customerId), `customer ${customerId}`);
  const orders = ordersOf(context.state, customerId).map(({ id }) => id);
  const requestId = context.nextId();
  context.emit(context.now(), [['customers/data_request', { kind: 'data_request', requestId, customer, orders }]]);
}

/** A shopper asks to be forgotten; Shopify's own waiting time is left out. */
export function requestRedactCustomer(context: ShopContext, customerId: number): void {
  const customer = found(context.state.customers.get(customerId), `customer ${customerId}`);
  const orders = ordersOf(context.state, customerId).map(({ id }) => id);
  context.emit(context.now(), [['customers/redact', { kind: 'customer_redact', customer, orders }]]);
}

/** Two days after our app was sent away the shop must be forgotten; comes at once here. */
export function requestRedactShop(context: ShopContext): void {
  context.emit(context.now(), [['shop/redact', { kind: 'shop_redact' }]]);
}
