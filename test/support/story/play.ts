import { difference } from '../../../shared/domain/journal/difference.ts';
import { sumJournal } from '../../../shared/domain/journal/sum.ts';
import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import { formatPercent } from '../../../shared/domain/money/percent.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { CustomerStanding, Facts, Standing } from '../../../shared/domain/standing/standing.ts';
import { facts } from '../builders/facts.ts';
import { deliveriesOf, type Told } from './deliveries.ts';
import { receive } from './delivery.ts';
import { chance, shuffled } from './shuffle.ts';
import { standingSum } from './standing-sum.ts';
import { columnsOf, rowsOf, type Story, withValues } from './table.ts';

const SHUFFLES = 3;

const amount = (minor: number) => formatDecimal(minor, 'EUR');

/** What may stand right of the bar. */
const COLUMNS: Readonly<Record<string, (standing: Standing) => string>> = {
  total: (s) => amount(s.spentMinor),
  discount: (s) => formatPercent(s.discountBp),
  purchases: (s) => String(s.purchases),
  items: (s) => String(s.items),
  position: (s) => String(s.position),
  level: (s) => (s.level === null ? 'none' : String(s.level + 1)),
  counted: (s) => String(s.rewards?.counted),
  used: (s) => String(s.rewards?.used),
  deficit: (s) => String(s.rewards?.deficit),
  progress: (s) => String(s.rewards?.progress),
  waiting: (s) => String(s.rewards?.ready),
  ready: (s) => s.rewards?.readyMinor.map(amount).join(' + ') || 'none',
  brought: (s) => String(s.referral?.brought),
  bonuses: (s) => String(s.referral?.ready),
  taken: (s) => String(s.referral?.used),
  owing: (s) => String(s.referral?.deficit),
  missing: (s) => (s.next === null ? 'nothing' : amount(s.next.missingSpentMinor)),
};

function valuesOf({ standings: [standing] }: CustomerStanding, columns: readonly string[]): readonly string[] {
  return columns.map((name) => {
    const value = COLUMNS[name];
    if (value === undefined || standing === undefined) throw new Error(`no column "${name}"`);
    return value(standing);
  });
}

/** Facts of everything told, twice over and in another order. */
function mixed(told: readonly Told[], known: Facts, seed: number): Facts {
  const deliveries = told.flatMap(({ delivery }) => (delivery === null ? [] : [delivery, delivery]));
  return shuffled(deliveries, chance(seed)).reduce(receive, known);
}

/**
 * Plays a story and fills in the right of the bar. Afterwards its facts are told again, doubled and shuffled, and its
 * journal is added up: where that ends differently from the last row, a line says so, and the story fails.
 */
export function play(program: ProgramVersion, story: Story, { owedCounts = false } = {}): Story {
  const columns = columnsOf(story);
  const told = deliveriesOf(rowsOf(story), program);
  let known = facts({ owedCounts });
  let last: CustomerStanding | null = null;
  let asOf = Number.NEGATIVE_INFINITY;
  const entries: { readonly sequence: number; readonly changes: ReturnType<typeof difference> }[] = [];
  const played = story.slice(1).map((line, i) => {
    const row = told[i] as Told;
    if (row.delivery !== null) known = receive(known, row.delivery);
    asOf = Math.max(asOf, row.at);
    const standing = evaluateAll([program], known, asOf);
    entries.push({ sequence: i + 1, changes: difference(last, standing) });
    last = standing;
    return withValues(line, valuesOf(standing, columns));
  });
  const end = evaluateAll([program], known, asOf);
  const same = JSON.stringify(end);
  const complaints: string[] = [];
  for (let seed = 1; seed <= SHUFFLES; seed += 1) {
    const again = evaluateAll([program], mixed(told, facts({ owedCounts }), seed), asOf);
    if (JSON.stringify(again) !== same)
      complaints.push(`told in another order: ${valuesOf(again, columns).join('  ')}`);
  }
  const sums = sumJournal(entries).get(program.programId);
  const [standing] = end.standings;
  if (standing !== undefined && JSON.stringify(sums) !== JSON.stringify(standingSum(standing)))
    complaints.push(`the journal adds up to ${JSON.stringify(sums)}`);
  return [...story.slice(0, 1), ...played, ...complaints];
}
