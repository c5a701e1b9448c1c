const REMEMBERED_MAX = 20_000;

/** The same function, which reads a text only once: a file says the same few prices over and over. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(text, value);
    return value;
  };
}

/** The same for what is mostly said several times in a row, as the instant of an order is in each of its lines. */
export function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last === null || last.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}
