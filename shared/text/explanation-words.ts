import { assertNever } from '../domain/assert.ts';
import type { Basis, ExplainedProgram, Explanation } from '../domain/explanation/explanation.ts';
import type { Format } from './format/format.ts';
import type { Text } from './text.ts';

type Speaker = { readonly text: Text; readonly format: Format };

type Owed = Pick<Explanation, 'fromMinor' | 'toMinor'>;

/** One amount, or from – to where it is not known exactly. */
export function owedWords({ fromMinor, toMinor }: Owed, { text, format }: Speaker): string {
  if (fromMinor === toMinor) return format.money(fromMinor);
  return text.explanation.between(format.money(fromMinor), format.money(toMinor));
}

/** What was owed on a line, with the rewards in it; or that it is none of the goods of what was owed. */
export function lineWords(line: Explanation['lines'][number], speaker: Speaker): string {
  if (line.toMinor === 0 && line.outside.length > 0) return speaker.text.explanation.outside;
  const owed = owedWords(line, speaker);
  if (line.isCapped) return speaker.text.explanation.capped(owed);
  return line.rewards === 0 ? owed : speaker.text.explanation.withRewards(owed, line.rewards);
}

/** What came of it in one sentence: taken beside promised. */
export function verdictWords(explanation: Explanation, speaker: Speaker): string {
  const words = speaker.text.explanation.verdicts;
  const taken = speaker.format.money(explanation.takenMinor);
  const owed = owedWords(explanation, speaker);
  switch (explanation.verdict) {
    case 'nothing_owed':
      return words.nothingOwed;
    case 'as_promised':
      return isRounded(explanation) ? words.rounded(taken, owed) : words.asPromised(taken);
    case 'less':
      return words.less(taken, owed);
    case 'more':
      return words.more(taken, owed);
    case 'unowed':
      return words.unowed(taken);
    default:
      return assertNever(explanation.verdict);
  }
}

const isRounded = ({ fromMinor, toMinor, takenMinor }: Explanation): boolean =>
  takenMinor < fromMinor || takenMinor > toMinor;

/** That a friend's card was presented, and whether it welcomed somebody new; null: none was. */
export function welcomeWords({ welcome }: Explanation, { text, format }: Speaker): string | null {
  // Null: no program of the card welcomed friends at that time.
  if (welcome === undefined || welcome.became === null) return null;
  const words = text.explanation.welcome;
  const { discountBp, became } = welcome;
  if (became === 'own_card') return words.ownCard;
  if (became === 'no_new_customer') return words.notNew;
  return words.given(format.percent(discountBp));
}

/** The percentage without a bonus, and the bonus in words; null: none was in it (rules 2.7). */
function bonusWords({ standing: { referral } }: ExplainedProgram, { text, format }: Speaker): string | null {
  if (referral === undefined || referral.ready === 0) return null;
  return text.explanation.bonus(format.percent(referral.bonusBp));
}

/** What a program gave, by which rule, and where it came from. */
export function programWords(program: ExplainedProgram, speaker: Speaker) {
  const { version, standing } = program;
  const { text, format } = speaker;
  const words = text.explanation;
  const addsUp =
    standing.takesPart &&
    program.basis.kind !== 'elsewhere' &&
    !['fixed', 'nth_item', 'marks'].includes(version.mechanic.kind);
  const spent = format.money(standing.spentMinor);
  return {
    head: headWords(program, speaker),
    rule: ruleWords(program, speaker),
    basis: basisWords(program.basis, program, speaker),
    bonus: bonusWords(program, speaker),
    accumulation: addsUp ? words.accumulation(spent, text.common.purchases(standing.purchases)) : null,
  };
}

function ruleWords({ version: { version, effectiveAt }, keptBeside }: ExplainedProgram, { text, format }: Speaker) {
  const since = format.date(effectiveAt);
  if (keptBeside === null) return text.explanation.version(version, since);
  return text.explanation.keptVersion(version, since, keptBeside);
}

function headWords({ version: { name }, standing, basis }: ExplainedProgram, { text, format }: Speaker): string {
  const words = text.explanation;
  if (basis.kind === 'elsewhere') return words.programNothing(name);
  if (standing.discountBp > 0) return words.program(name, format.percent(standing.discountBp));
  const { takesPart, rewards, marks } = standing;
  if (takesPart && marks !== undefined) return words.programMarks(name);
  return takesPart && rewards !== undefined ? words.programItems(name) : words.programNothing(name);
}

function itemsWords({ standing: { rewards } }: ExplainedProgram, { text }: Speaker): string {
  const words = text.explanation.basis;
  if (rewards === undefined) return words.itemsOfBasket;
  return [words.items(rewards.progress, rewards.after), words.ready(rewards.ready), words.itemsOfBasket].join(' ');
}

function marksWords({ standing: { marks } }: ExplainedProgram, { text }: Speaker): string {
  const words = text.explanation.basis;
  if (marks === undefined) return words.marksByCode;
  return [words.marks(marks.set), words.ready(marks.ready.length), words.marksByCode].join(' ');
}
/** What was earned or given by hand; where a bonus on top met the whole, what is left of it. */
const ownBp = ({ standing: { discountBp, referral } }: Pick<ExplainedProgram, 'standing'>): number =>
  referral === undefined || referral.ready === 0 ? discountBp : Math.max(0, discountBp - referral.bonusBp);

function basisWords(basis: Basis, program: ExplainedProgram, speaker: Speaker): string {
  const words = speaker.text.explanation.basis;
  const percent = speaker.format.percent(ownBp(program));
  switch (basis.kind) {
    case 'no_card':
      return basis.cardSince === null ? words.noCard : words.cardLater(speaker.format.date(basis.cardSince));
    case 'elsewhere':
      return words.elsewhere;
    case 'nothing':
      return words.nothing;
    case 'fixed':
      return words.fixed(percent);
    case 'items':
      return itemsWords(program, speaker);
    case 'marks':
      return marksWords(program, speaker);
    case 'by_hand':
      return words.byHand(percent);
    case 'level':
      return levelWords(basis, program, speaker);
    case 'steps':
      return basis.position === 0 ? words.atStart(percent) : words.steps(basis.position, percent);
    default:
      return assertNever(basis);
  }
}

function levelWords(
  { level, reached }: Extract<Basis, { kind: 'level' }>,
  { version: { mechanic }, standing }: ExplainedProgram,
  { text, format }: Speaker,
): string {
  const words = text.explanation.basis;
  const said = mechanic.kind === 'levels' ? (mechanic.levels[level]?.name ?? '') : '';
  const name = said === '' ? text.program.words.unnamedLevel(level + 1) : said;
  const percent = format.percent(ownBp({ standing }));
  if (reached === 'now') return words.level(name, percent);
  return reached === 'stayed' ? words.levelStayed(name, percent) : words.levelBefore(name, percent);
}
