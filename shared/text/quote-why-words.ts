import type { QuoteExplanation, WhyLine } from '../domain/explanation/explain-quote.ts';
import type { ProgramId } from '../domain/ids.ts';
import type { Format } from './format/format.ts';
import type { Text } from './text.ts';

type Speaker = { readonly text: Text; readonly format: Format };
type Programs = Pick<QuoteExplanation, 'programs' | 'best'>;

function ruleWords(line: WhyLine, program: string, { text, format }: Speaker): string {
  const words = text.quoteWhy.reasons;
  const amount = format.money(line.wantedMinor);
  if (line.discountBp > 0) return words.percent(program, format.percent(line.discountBp), amount);
  return line.rewards > 0 ? words.rewards(program, line.rewards, amount) : words.rest(program, amount);
}

/**
 * What the rule gives on a line, what the floor cut of it (rules 3.3), and then a cap (rules 3.6); nothing where no
 * program gives any.
 */
function givenWords(line: WhyLine, program: string, speaker: Speaker): readonly string[] {
  if (line.programId === null || line.wantedMinor === 0) return [];
  const { floorMinor, capSavedMinor } = line;
  const cutMinor = line.wantedMinor - capSavedMinor - line.discountMinor;
  const { text, format } = speaker;
  const words = text.quoteWhy.reasons;
  return [
    ruleWords(line, program, speaker),
    ...(cutMinor === 0 ? [] : [words.floor(format.money(floorMinor), format.money(cutMinor))]),
    ...(capSavedMinor === 0 ? [] : [words.cap(format.money(capSavedMinor))]),
  ];
}

/** Why one line gets what it gets: the rule, what floor and cap cut of it, and whose goods the line is not among. */
export function whyLineWords(line: WhyLine, { programs, best }: Programs, speaker: Speaker): string {
  const words = speaker.text.quoteWhy.reasons;
  if (line.isGiftCard) return words.giftCard;
  const nameOf = (id: ProgramId | null) => programs.find(({ version }) => version.programId === id)?.version.name ?? '';
  const isAdded = line.rewards === 0 && line.discountBp > 0 && line.programId === best?.programId;
  const names = [line.programId, ...((isAdded ? best?.with : undefined) ?? [])].map(nameOf);
  const given = givenWords(line, names.join('” + “'), speaker);
  const said = [...given, ...line.outside.map((id) => words.outside(nameOf(id)))];
  return said.length === 0 ? words.nothing : said.join(' ');
}
