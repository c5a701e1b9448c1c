import { assertNever } from '../../../shared/domain/assert.ts';
import { canCap, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { type Fact, Facts } from '../../kit/Facts.tsx';
import { useShopView, useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

/** The answers of all steps, as typed, before they are published. */
export function DraftSummary({ editor }: { readonly editor: ProgramEditor }) {
  const text = useText();
  const { program, programs } = text;
  const { currency } = useShopView();
  const { values } = editor;
  const { fields, windows } = program;
  return (
    <Facts
      facts={[
        { title: fields.name, value: values.name === '' ? programs.nameless : values.name },
        {
          title: fields.membership,
          value: values.membership === 'card' ? fields.membershipCard : fields.membershipEveryone,
        },
        ...mechanicOf(values, text, currency),
        ...capsOf(values, currency, program),
        ...(values.mechanic === 'marks' ? [] : [{ title: fields.scope, value: scopeOf(values, program) }]),
        ...whereOf(values, program),
        ...referralOf(values, program),
        ...notesOf(values, program),
        ...(values.mechanic === 'fixed' ? [] : [{ title: fields.window, value: windowOf(values, windows) }]),
      ]}
    />
  );
}

type Words = Texts['program'];

function mechanicOf(values: ProgramDraft, text: Texts, currency: string): readonly Fact[] {
  const { program } = text;
  const { fields } = program;
  switch (values.mechanic) {
    case 'fixed':
      return [
        { title: fields.mechanic, value: fields.mechanicFixed },
        { title: fields.percent, value: withPercent(values.fixedPercent) },
      ];
    case 'levels':
      return [
        { title: fields.mechanic, value: fields.mechanicLevels },
        { title: fields.percent, value: levelsOf(values, program, currency) },
      ];
    case 'nth_item': {
      const items = text.common.items(Number(values.nthItems) || 0);
      return [
        { title: fields.mechanic, value: fields.mechanicNthItem },
        { title: fields.percent, value: program.words.nthItem(items, withPercent(values.nthPercent)) },
        ...unusedOf(values, text),
      ];
    }
    case 'marks':
      return [
        { title: fields.mechanic, value: fields.mechanicMarks },
        values.markPer === 'purchase'
          ? { title: fields.markPer, value: fields.markPerPurchase }
          : { title: fields.markProducts, value: String(values.markProducts.length) },
        { title: fields.markRewards, value: values.markRewards.map((reward) => rewardOf(reward, program)).join('; ') },
        ...unusedOf(values, text),
      ];
    case 'step_up':
      return [
        { title: fields.mechanic, value: fields.mechanicStepUp },
        { title: fields.percent, value: stepsOf(values, program) },
        { title: fields.decay, value: decayOf(values, text) },
      ];
    default:
      return assertNever(values.mechanic);
  }
}

/** That rewards end with their window goes without saying. */
function unusedOf({ unused, unusedAfter }: ProgramDraft, { program, common }: Texts) {
  if (unused === 'with_window') return [];
  const { fields, words } = program;
  const value = unused === 'never' ? words.unusedWaits : words.unusedLapses(common.days(Number(unusedAfter) || 0));
  return [{ title: fields.unused, value }];
}

function referralOf(
  { membership, referral, welcomePercent, bonusPercent }: ProgramDraft,
  { fields, words }: Words,
): readonly Fact[] {
  if (referral === 'none' || membership !== 'card') return [];
  const said = referral === 'once' ? words.referralOnce : words.referralForGood;
  return [{ title: fields.referral, value: said(withPercent(welcomePercent), withPercent(bonusPercent)) }];
}

const withPercent = (percent: string) => `${percent} %`;

const levelsOf = ({ levels }: ProgramDraft, { fields }: Words, currency: string) => (
  <ul className="kit-plain">
    {levels.map(({ name, percent, fromSpent, fromPurchases }, index) => {
      const spent = fromSpent === '' ? '' : `${fromSpent} ${currency}`;
      const from = [spent, fromPurchases === '' ? '' : `${fromPurchases} ×`].filter((each) => each !== '');
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
        <li key={index}>
          {name === '' ? fields.level(index + 1) : name}: {withPercent(percent)} ({from.join(' / ')})
        </li>
      );
    })}
  </ul>
);

const stepsOf = ({ startPercent, stepPercent, capPercent }: ProgramDraft, { words }: Words) =>
  words.stepUp(withPercent(startPercent), withPercent(stepPercent), withPercent(capPercent));

function decayOf({ decay, decayDays }: ProgramDraft, { program, common }: Texts): string {
  if (decay === 'none') return program.fields.decayNone;
  const days = common.days(Number(decayDays) || 0);
  return decay === 'start' ? program.words.decayStart(days) : program.words.decayStepBack(days);
}

function rewardOf({ marks, gives, percent, gift }: ProgramDraft['markRewards'][number], { words }: Words): string {
  const given = [
    ...(gives === 'gift' ? [] : [words.percentOnce(withPercent(percent))]),
    ...(gives === 'percent' || gift === '' ? [] : [words.gift]),
  ];
  return words.markReward(Number(marks), given.join(` ${words.or} `));
}

function capsOf(values: ProgramDraft, currency: string, { fields }: Words): readonly Fact[] {
  if (!canCap(values.mechanic)) return [];
  const typed = (['orderCap', 'monthCap'] as const).filter((cap) => values[cap].trim() !== '');
  const added =
    values.addedUpTo.trim() === '' ? [] : [{ title: fields.addedUpTo, value: withPercent(values.addedUpTo) }];
  return [...typed.map((cap) => ({ title: fields[cap], value: `${values[cap]} ${currency}` })), ...added];
}

function scopeOf({ scope, products, excluded }: ProgramDraft, { fields, words }: Words): string {
  const count = (typed: readonly string[]) => typed.filter((each) => each.trim() !== '').length;
  const goods = scope === 'products' ? words.onlyProducts(count(products)) : fields.scopeAll;
  return count(excluded) === 0 ? goods : `${goods}; ${words.exceptProducts(count(excluded))}`;
}

const notesOf = ({ notes, notesLabel, membership }: ProgramDraft, { fields }: Words): readonly Fact[] =>
  notes === 'none' || membership !== 'card' ? [] : [{ title: fields.notesLabel, value: notesLabel }];

/** That it holds everywhere goes without saying. */
function whereOf({ channels, locations }: ProgramDraft, { fields, words }: Words): readonly Fact[] {
  const [only, other] = channels;
  const channel = only === undefined || other !== undefined ? [] : [only === 'web' ? words.onlyWeb : words.onlyTill];
  const said = [...channel, ...(locations.trim() === '' ? [] : [words.onlyLocations(locations)])];
  return said.length === 0 ? [] : [{ title: fields.channels, value: said.join('; ') }];
}

const windowOf = ({ window, windowLength }: ProgramDraft, windows: Words['windows']) =>
  windowLength === '' || !window.startsWith('rolling') ? windows[window] : `${windows[window]}: ${windowLength}`;
