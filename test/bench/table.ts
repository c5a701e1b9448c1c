import type { Figure } from './figure.ts';

const HEAD = ['', 'what', 'ours', 'bare', 'ratio', 'goal', ''];
const words = (held: boolean | null): string => (held === null ? '' : held ? 'held' : 'NOT HELD');

/** The figures as one table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ part, what, ours, bare, ratio, goal, held }) => {
    return [part, what, ours, bare ?? '', ratio === null ? '' : ratio.toFixed(2), goal ?? '', words(held)];
  });
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(HEAD), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
