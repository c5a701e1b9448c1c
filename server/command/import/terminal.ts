/**
 * Where the command was given, and where its words go. `from`: the folder that paths start from. `isStopped`: whether
 * somebody has asked it to stop (Ctrl-C).
 */
export type Terminal = {
  readonly from: string;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly now: () => number;
  readonly isStopped: () => boolean;
};
