const EVERY_MS = 1000;

/** Says how far a long work has come: nothing in the first second, then a line a second. */
export type Saying = {
  readonly share: (what: string) => (done: number, of: number) => void;
  readonly count: (words: (count: number) => string) => (count: number) => void;
};

type Terminal = { readonly complain: (line: string) => void; readonly now: () => number };

export function createSaying({ complain, now }: Terminal): Saying {
  let saidAt = now();
  const seldom = (line: () => string): void => {
    if (now() - saidAt < EVERY_MS) return;
    saidAt = now();
    complain(line());
  };
  return {
    share: (what) => (done, of) => seldom(() => `${what}: ${of === 0 ? 100 : Math.floor((done / of) * 100)} %`),
    count: (words) => (count) => seldom(() => words(count)),
  };
}
