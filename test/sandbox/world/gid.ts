/** Shopify's global id of a thing. */
export const gid = (type: string, id: number | string): string => `gid://shopify/${type}/${id}`;

/** The type and number in a global id; null when it is none. */
export function readGid(text: string): { readonly type: string; readonly id: number } | null {
  const [, type = '', id = ''] = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,16})$/.exec(text) ?? [];
  return type === '' ? null : { type, id: Number(id) };
}
