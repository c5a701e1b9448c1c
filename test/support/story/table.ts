/**
 * A story as a table: on the left of the bar what happened, on the right what the customer has after it. Cells stand
 * two blanks apart. The lines are kept as they were written, so that a failing test shows them.
 */
export type Story = readonly string[];

export type Row = {
  readonly day: string;
  readonly fact: string;
  readonly amount: string;
};

/** Tag of a template that holds a story. */
export function table(text: TemplateStringsArray): Story {
  const lines = text.join('').split('\n');
  const written = lines.filter((line) => line.trim() !== '').map((line) => line.trimEnd());
  const indent = Math.min(...written.map((line) => line.length - line.trimStart().length));
  return written.map((line) => line.slice(indent));
}

const cellsOf = (text: string): string[] =>
  text
    .trim()
    .split(/ {2,}/)
    .filter((cell) => cell !== '');

/** What happened, row by row; the first line names the columns. */
export const rowsOf = (story: Story): readonly Row[] =>
  story.slice(1).map((line) => {
    const [day = '', fact = '', amount = ''] = cellsOf(line.split('|')[0] ?? '');
    return { day, fact, amount };
  });

/** The names right of the bar. */
export const columnsOf = (story: Story): readonly string[] => cellsOf(story[0]?.split('|')[1] ?? '');

/** The line with other values on its right: as wide as it was written, so that only what is different differs. */
export function withValues(line: string, values: readonly string[]): string {
  const [left = '', right = ''] = line.split('|');
  const parts = right.split(/(?<=\S) {2,}(?=\S)/);
  let from = 0;
  const cells = values.map((value, i) => {
    const next = right.indexOf(parts[i + 1] ?? '\n', from + (parts[i]?.length ?? 0));
    const width = next < 0 ? 0 : next - from;
    from = next < 0 ? from : next;
    return value.padEnd(i === 0 ? width - 1 : width);
  });
  return `${left}| ${cells.join('')}`.trimEnd();
}
