import { type Figure, told, whole } from '../figure.ts';
import type { Peaks, Role } from './peaks.ts';

const PART = 'e memory';
const MOST_MB: Readonly<Record<Role, number>> = { web: 250, worker: 400 };

/** (e) The most memory that a process of each role held at any moment of the run, and doing what. */
export function memoryFigures(peaks: Peaks): readonly Figure[] {
  return (['web', 'worker'] as const).flatMap((role) => {
    const held = peaks.list().filter((peak) => peak.role === role);
    if (held.length === 0) return [];
    const most = Math.max(...held.map(({ mb }) => mb));
    const each = held.map(({ doing, mb }) => `${doing} ${whole(mb)}`).join(', ');
    return {
      ...told(PART, `peak of a ${role} process, MB: ${each}`, `${whole(most)} MB`),
      goal: `≤ ${MOST_MB[role]} MB`,
      held: most <= MOST_MB[role],
    };
  });
}
