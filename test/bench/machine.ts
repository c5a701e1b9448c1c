import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';

/** One line that says on what the figures were measured. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpu?.model.trim() ?? 'unknown';
  return `${type()}, ${cpus().length} × ${model}, ${memory} GiB, Node ${process.versions.node}`;
}

/** How many processes wanted a core in the last minute: above 0.5 before a run, somebody else is at work. */
export const busyness = (): string => loadavg()[0]?.toFixed(2) ?? 'unknown';

/** The most memory a process ever held, in MB; null where the system does not say. */
export function peakMemoryMb(pid: number): number | null {
  try {
    const held = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return held === null ? null : Math.round(Number(held[1]) / 1024);
  } catch {
    return null;
  }
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor time a process has used; not a number where the system does not say. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}

/** The version a mongod binary says it is. */
export const mongodVersion = (binary: string): string =>
  execFileSync(binary, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? 'unknown';
