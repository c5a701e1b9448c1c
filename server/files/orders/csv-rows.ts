import type { Readable } from 'node:stream';
import Papa from 'papaparse';

/**
 * Told of each row with the line it begins on, from 1; false ends the reading. `why`: the row cannot be read at all.
 */
export type OnRow = (cells: readonly string[], line: number, why: string | null) => boolean;

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === '';

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/** Reads CSV as RFC 4180 has it, piece by piece; blank lines are passed over. */
export function readCsv(text: Readable, onRow: OnRow): Promise<void> {
  let line = 1;
  // Without a quote no cell has a line break, and nobody needs to look for one.
  let hasQuotes = false;
  text.on('data', (piece: string) => {
    hasQuotes ||= piece.includes('"');
  });
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter: ',',
      chunk: ({ data, errors }, parser) => {
        const wrong = new Map(errors.map((e) => [e.row ?? 0, e.message]));
        for (const [i, cells] of data.entries()) {
          const goesOn = isBlank(cells) || onRow(cells, line, wrong.get(i) ?? null);
          line += hasQuotes ? 1 + lineBreaks(cells) : 1;
          if (!goesOn) return parser.abort();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}
