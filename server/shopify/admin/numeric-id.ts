/** The number at the end of a gid, as text: webhooks name things by it. */
export const numericId = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;
