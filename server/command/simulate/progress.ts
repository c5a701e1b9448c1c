const EVERY_MS = 1000;

/** Says how far a long work has come: nothing in the first second, then a line a second. */
export function createProgress(say: (line: string) => void, now: () => number) {
  let saidAt = now();
  return (what: string) => (done: number, of: number) => {
    if (now() - saidAt < EVERY_MS) return;
    saidAt = now();
    say(`${what}: ${of === 0 ? 100 : Math.floor((done / of) * 100)} %`);
  };
}
