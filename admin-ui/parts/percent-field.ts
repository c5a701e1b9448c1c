import { parsePercent } from '../../shared/domain/money/percent.ts';

/** A typed percentage ("7.5", "7,5 %") as basis points; null unless it is above 0 and at most 100. */
export function readPercent(text: string): number | null {
  const read = parsePercent(text.replace('%', '').replace(',', '.').trim());
  return read.ok && read.value > 0 ? read.value : null;
}
