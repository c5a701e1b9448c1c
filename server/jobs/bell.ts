/** One sleeper that can be woken; a ring while nobody sleeps is remembered. */
export type Bell = {
  readonly ring: () => void;
  /** Waits for a ring, at most so long; answers whether it rang. */
  readonly rung: (waitMs: number) => Promise<boolean>;
};

export function createBell(): Bell {
  let wake: (() => void) | null = null;
  let isRung = false;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    rung: async (waitMs) => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      const was = isRung;
      isRung = false;
      return was;
    },
  };
}
