/** Somebody's browser at the pages of the sandbox, without its window: it keeps cookies and follows redirects. */
export type WindowShopper = {
  /** The page's text, or the JSON of a script's address. */
  readonly get: <T = string>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: unknown) => Promise<T>;
  /** Sends a form and answers the page that comes after it. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<string>;
};

/** `root`: the address below which all paths lie, with a slash at the end. */
export function aWindowShopper(root: string): WindowShopper {
  const cookies = new Map<string, string>();
  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    return next === null ? response : ask(new URL(next, url).href, {});
  };
  const read = async <T>(response: Response): Promise<T> => {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 300)}`);
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return (isJson ? JSON.parse(text) : text) as T;
  };
  const json = { 'content-type': 'application/json' };
  return {
    get: async (path) => read(await ask(root + path, {})),
    post: async (path, body) =>
      read(await ask(root + path, { method: 'POST', headers: json, body: JSON.stringify(body) })),
    send: async (path, fields) => read(await ask(root + path, { method: 'POST', body: new URLSearchParams(fields) })),
  };
}
