import type { SimulatedProgramView, SimulationRowView } from '../../../shared/contract/simulation.ts';
import type { Format } from '../../../shared/text/format/format.ts';
import type { Text } from '../../../shared/text/text.ts';

type Words = Pick<Text, 'simulations'>;

/** A program and which of its versions it was. */
export const simulatedName = ({ name, version }: SimulatedProgramView, { simulations: { form } }: Words): string =>
  version === null ? form.draft(name) : form.version(name, version);

/** One program, or one beside the other. */
export function simulatedNames({ programs }: Pick<SimulationRowView, 'programs'>, text: Words): string {
  const [first = '', second] = programs.map((one) => simulatedName(one, text));
  return second === undefined ? first : text.simulations.recent.beside(first, second);
}

/** The days that were looked at. */
export function periodWords(
  { fromDay, toDay }: Pick<SimulationRowView, 'fromDay' | 'toDay'>,
  { simulations: { period } }: Words,
  { day }: Format,
): string {
  if (fromDay !== null && toDay !== null) return period.both(day(fromDay), day(toDay));
  if (fromDay !== null) return period.from(day(fromDay));
  return toDay === null ? period.whole : period.to(day(toDay));
}

/** A month as `YYYY-MM`, which sorts and needs no language. */
export const monthName = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${year}-${String(month).padStart(2, '0')}`;
