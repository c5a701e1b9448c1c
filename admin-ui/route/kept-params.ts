/**
 * What Shopify puts into the address when it opens the app. It stays in the address of every screen, so that a reload
 * still tells the server for which shop to render the page.
 */
const KEPT = ['shop', 'host', 'embedded'];

/** A path inside the app, with those parameters of the current address that are kept. */
export function withKeptParams(path: string, search: string = window.location.search): string {
  const current = new URLSearchParams(search);
  const [route = '', own = ''] = path.split('?');
  const params = new URLSearchParams(own);
  for (const name of KEPT) {
    const value = current.get(name);
    if (value !== null && !params.has(name)) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? route : `${route}?${text}`;
}
