/** What must be undone at the end, also when something failed or somebody pressed Ctrl-C; last in, first out. */
export type Cleanup = {
  readonly defer: (undo: () => Promise<unknown>) => void;
  readonly run: () => Promise<void>;
};

export function createCleanup(): Cleanup {
  const undos: (() => Promise<unknown>)[] = [];
  return {
    defer: (undo) => {
      undos.push(undo);
    },
    run: async () => {
      for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
        await undo().catch((error: unknown) => console.error('could not clean up:', error));
      }
    },
  };
}
