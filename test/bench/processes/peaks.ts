import { peakMemoryMb } from '../machine.ts';

export type Role = 'web' | 'worker';

/** The most memory that any process of a role held while the bench ran. */
export type Peaks = {
  readonly note: (role: Role, doing: string, pid: number) => void;
  readonly list: () => readonly { readonly role: Role; readonly doing: string; readonly mb: number }[];
};

export function createPeaks(): Peaks {
  const noted: { readonly role: Role; readonly doing: string; readonly mb: number }[] = [];
  return {
    note: (role, doing, pid) => {
      const mb = peakMemoryMb(pid);
      if (mb !== null) noted.push({ role, doing, mb });
    },
    list: () => noted,
  };
}
