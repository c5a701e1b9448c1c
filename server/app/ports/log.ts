/** Ids only: no names, addresses, tokens or bodies. `event` is `noun.verb_past`. `error` means somebody must act. */
export type Log = {
  readonly info: (event: string, facts?: Record<string, unknown>) => void;
  readonly warn: (event: string, facts?: Record<string, unknown>) => void;
  readonly error: (event: string, facts?: Record<string, unknown>) => void;
};
