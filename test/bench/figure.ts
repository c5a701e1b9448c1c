/** One line of the table. `held` null: said for whoever reads, no goal hangs on it. */
export type Figure = {
  readonly part: string;
  readonly what: string;
  readonly ours: string;
  /** The same measured on the bare libraries in the same run; null where there is nothing to compare with. */
  readonly bare: string | null;
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly held: boolean | null;
};

/** A figure to know beside the others. */
export const told = (part: string, what: string, ours: string): Figure => ({
  part,
  what,
  ours,
  bare: null,
  ratio: null,
  goal: null,
  held: null,
});

/** What one answer costs the server itself; says more than its rate where others keep the machine busy. */
export const cpuFigure = (part: string, ours: number, bare: number): Figure => ({
  ...told(part, 'processor time of the server for one answer', `${whole(ours)} µs`),
  bare: `${whole(bare)} µs`,
  ratio: bare / ours,
});

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
export const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : whole(value)} ms`;
export const perSecond = (value: number): string => `${whole(value)}/s`;
