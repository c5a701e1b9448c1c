import { gid, readGid } from '../../world/gid.ts';
import { findVariant } from '../../world/keep.ts';
import { findMetafield } from '../../world/metafields.ts';
import { removeMetafield, setMetafield } from '../../world/operations/set-metafield.ts';
import type { ShopState } from '../../world/state.ts';
import { type AdminContext, AdminRefusal } from '../admin-context.ts';
import { allows, METAFIELD_NEEDS } from '../scopes.ts';
import { digestOf } from './metafield.resolvers.ts';

type Input = {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
};
type UserError = {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
  readonly elementIndex: number | null;
};

const MOST = 25;
const VALUE_BYTES_MAX = 65_536;
const CALL_BYTES_MAX = 10 * 1024 * 1024;

const owners: Readonly<Record<string, (state: ShopState, id: number) => boolean>> = {
  Customer: ({ customers }, id) => customers.has(id),
  Order: ({ orders }, id) => orders.has(id),
  Product: ({ products }, id) => products.has(id),
  ProductVariant: (state, id) => findVariant(state, id) !== null,
  DiscountAutomaticNode: ({ discounts }, id) => discounts.has(id),
  DiscountNode: ({ discounts }, id) => discounts.has(id),
  DiscountCodeNode: ({ codeDiscounts }, id) => codeDiscounts.has(id),
  Shop: ({ facts }, id) => facts.id === id,
  AppInstallation: ({ installation }, id) => installation?.id === id,
};

/** The owner under the one id that its metafields are kept by; null when there is none. */
export function ownerOf(state: ShopState, ownerId: string): string | null {
  const { type, id } = readGid(ownerId) ?? { type: '', id: 0 };
  if (owners[type]?.(state, id) !== true) return null;
  return type === 'DiscountNode' ? gid('DiscountAutomaticNode', id) : ownerId;
}

const fits: Readonly<Record<string, (value: string) => boolean>> = {
  json: isJson,
  boolean: (value) => value === 'true' || value === 'false',
  number_integer: (value) => /^-?\d{1,16}$/.test(value) && Number.isSafeInteger(Number(value)),
  number_decimal: (value) => /^-?\d{1,13}(\.\d{1,9})?$/.test(value),
  single_line_text_field: (value) => value !== '' && !/[\r\n]/.test(value),
  multi_line_text_field: (value) => value !== '',
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  date_time: (value) => !Number.isNaN(Date.parse(value)),
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** Writes all or none. */
export function metafieldsSet(
  _root: unknown,
  { metafields }: { readonly metafields: readonly Input[] },
  { shop }: AdminContext,
) {
  const { state } = shop;
  for (const { ownerId } of metafields) assertMayWrite(state, ownerId);
  const errors = metafields.flatMap((input, index) => faultOf(state, input, index) ?? []);
  const bytes = metafields.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0);
  if (metafields.length > MOST) errors.push(tooMany(`Exceeded the maximum metafields input limit of ${MOST}.`));
  if (bytes > CALL_BYTES_MAX) errors.push(tooMany('The metafields are over 10 MB.'));
  if (errors.length > 0) return { metafields: null, userErrors: errors };
  const set = metafields.map(({ ownerId, namespace, key, type, value }) => {
    const owner = ownerOf(state, ownerId) ?? ownerId;
    const before = findMetafield(state, owner, namespace ?? '$app', key);
    return setMetafield(shop, { owner, namespace: namespace ?? '$app', key, type: type ?? before?.type ?? '', value });
  });
  return { metafields: set, userErrors: [] };
}

const tooMany = (message: string): UserError => ({
  code: 'LESS_THAN_OR_EQUAL_TO',
  field: ['metafields'],
  message,
  elementIndex: null,
});

function assertMayWrite({ installation }: ShopState, ownerId: string): void {
  const needed = METAFIELD_NEEDS[readGid(ownerId)?.type ?? ''];
  if (needed === undefined || allows(installation?.scopes ?? [], needed)) return;
  throw new AdminRefusal('ACCESS_DENIED', `Access denied for metafieldsSet field. Required access: ${needed}`);
}

function faultOf(state: ShopState, input: Input, elementIndex: number): UserError | null {
  const fault = (code: string, field: string, message: string): UserError => ({
    code,
    field: ['metafields', String(elementIndex), field],
    message,
    elementIndex,
  });
  const owner = ownerOf(state, input.ownerId);
  if (owner === null) return fault('INVALID', 'ownerId', 'Owner does not exist.');
  const before = findMetafield(state, owner, input.namespace ?? '$app', input.key);
  const type = input.type ?? before?.type;
  if (type == null) return fault('BLANK', 'type', "Type can't be blank");
  const check = fits[type];
  if (check === undefined) return fault('INVALID_TYPE', 'type', `Type ${type} is none that the sandbox knows`);
  if (before !== null && before.type !== type) {
    return fault('INVALID_TYPE', 'type', `Type must be consistent with the existing ${before.type}`);
  }
  if (!/^[\w-]{2,64}$/.test(input.key)) return fault('INVALID', 'key', 'Key is invalid');
  if (Buffer.byteLength(input.value) > VALUE_BYTES_MAX) return fault('TOO_LONG', 'value', 'Value is too long');
  if (!check(input.value)) return fault('INVALID_VALUE', 'value', `Value is invalid for ${type}`);
  if (input.compareDigest === undefined) return null;
  const digest = before === null ? null : digestOf(before.value);
  return digest === input.compareDigest
    ? null
    : fault('STALE_OBJECT', 'compareDigest', 'The resource has been updated since it was loaded.');
}

type Identifier = { readonly ownerId: string; readonly namespace: string; readonly key: string };

/** Takes them away; one that is not there is told as null and is no fault. */
export function metafieldsDelete(
  _root: unknown,
  { metafields }: { readonly metafields: readonly Identifier[] },
  { shop }: AdminContext,
) {
  for (const { ownerId } of metafields) assertMayWrite(shop.state, ownerId);
  const deletedMetafields = metafields.map((each) => {
    const owner = ownerOf(shop.state, each.ownerId) ?? each.ownerId;
    return removeMetafield(shop, owner, each.namespace, each.key) ? { ...each } : null;
  });
  return { deletedMetafields, userErrors: [] };
}
