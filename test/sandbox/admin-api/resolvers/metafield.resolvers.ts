import { createHash } from 'node:crypto';
import { readGid } from '../../world/gid.ts';
import { findMetafield, metafieldsOf, resolveNamespace } from '../../world/metafields.ts';
import type { Metafield } from '../../world/things.ts';
import type { Resolver, Resolvers } from '../admin-context.ts';
import { connection, type PageArgs } from '../connection.ts';
import { dateTime } from '../values.ts';

export const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex');

type One = { readonly namespace?: string | null; readonly key: string };
type Many = PageArgs & { readonly namespace?: string | null; readonly keys?: readonly string[] | null };

/** The fields by which anything tells of its metafields. Without a namespace our app's own is meant. */
export const metafieldFields = (ownerOf: (source: never) => string): Readonly<Record<string, Resolver>> => ({
  metafield: (source: never, { namespace, key }: One, { shop }) =>
    findMetafield(shop.state, ownerOf(source), namespace ?? '$app', key),
  metafields: (source: never, args: Many, context) => {
    const wanted = args.namespace == null ? null : resolveNamespace(args.namespace);
    const found = metafieldsOf(context.shop.state, ownerOf(source)).filter(
      ({ namespace, key }) =>
        (wanted === null || namespace === wanted) &&
        (args.keys == null || args.keys.includes(key) || args.keys.includes(`${namespace}.${key}`)),
    );
    return connection(context, found, args);
  },
});

const OWNER_TYPES: Readonly<Record<string, string>> = {
  Customer: 'CUSTOMER',
  Order: 'ORDER',
  Product: 'PRODUCT',
  ProductVariant: 'PRODUCTVARIANT',
  DiscountAutomaticNode: 'DISCOUNT',
  DiscountCodeNode: 'DISCOUNT',
  AppInstallation: 'API_PERMISSION',
  Shop: 'SHOP',
};

const jsonValue = ({ type, value }: Metafield): unknown =>
  type === 'json' || type.startsWith('list.') ? JSON.parse(value) : type === 'boolean' ? value === 'true' : value;

export const metafieldResolvers: Resolvers = {
  Metafield: {
    id: ({ id }: Metafield) => `gid://shopify/Metafield/${id}`,
    legacyResourceId: ({ id }: Metafield) => id,
    namespace: ({ namespace }: Metafield) => namespace,
    key: ({ key }: Metafield) => key,
    type: ({ type }: Metafield) => type,
    value: ({ value }: Metafield) => value,
    jsonValue,
    sizeInBytes: ({ value }: Metafield) => Buffer.byteLength(value),
    compareDigest: ({ value }: Metafield) => digestOf(value),
    ownerType: ({ owner }: Metafield) => OWNER_TYPES[readGid(owner)?.type ?? ''],
    createdAt: ({ createdAt }: Metafield) => dateTime(createdAt),
    updatedAt: ({ updatedAt }: Metafield) => dateTime(updatedAt),
  },
};
