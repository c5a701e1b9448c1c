/** Ours to keep: a broken invariant is a mistake of ours, so it crashes and is never caught to carry on. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${invariant}`);
}

/** Makes a `switch` total: a new member of the union no longer compiles here. */
export function assertNever(value: never): never {
  throw new Error(`invariant broken: unexpected ${JSON.stringify(value)}`);
}
