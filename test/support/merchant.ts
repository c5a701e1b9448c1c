/** The merchant's browser without a browser: our admin API, asked with session tokens as App Bridge gives them. */
export type Merchant = {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: unknown) => Promise<T>;
  readonly put: <T>(path: string, body: unknown) => Promise<T>;
};

/** `token` makes a fresh session token for each request. A refusal throws with what the server said. */
export function createMerchant(appUrl: string, token: () => Promise<string>): Merchant {
  const ask = async <T>(method: string, path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${appUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  return {
    get: (path) => ask('GET', path, undefined),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
  };
}

/** Asks again until the answer is what was hoped for; throws with the last answer when it never is. */
export async function eventually<T>(
  ask: () => Promise<T>,
  hoped: (answer: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (hoped(answer)) return answer;
    if (performance.now() > until) throw new Error(`not in ${withinMs} ms; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
