import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { Facts } from '../../kit/Facts.tsx';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

/** The answers of all steps, as typed, before they are published. */
export function DraftSummary({ editor }: { readonly editor: ProgramEditor }) {
  const { program, programs } = useText();
  const { values } = editor;
  const { fields, windows } = program;
  const isFixed = values.mechanic === 'fixed';
  return (
    <Facts
      facts={[
        { title: fields.name, value: values.name === '' ? programs.nameless : values.name },
        {
          title: fields.membership,
          value: values.membership === 'card' ? fields.membershipCard : fields.membershipEveryone,
        },
        { title: fields.mechanic, value: isFixed ? fields.mechanicFixed : fields.mechanicLevels },
        { title: fields.percent, value: isFixed ? withPercent(values.fixedPercent) : levelsOf(values, program) },
        ...(isFixed ? [] : [{ title: fields.window, value: windowOf(values, windows) }]),
      ]}
    />
  );
}

const withPercent = (percent: string) => `${percent} %`;

const levelsOf = ({ levels }: ProgramDraft, { fields }: Texts['program']) => (
  <ul className="kit-plain">
    {levels.map(({ name, percent, fromSpent, fromPurchases }, index) => {
      const from = [fromSpent, fromPurchases === '' ? '' : `${fromPurchases} ×`].filter((each) => each !== '');
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
        <li key={index}>
          {name === '' ? fields.level(index + 1) : name}: {withPercent(percent)} ({from.join(' / ')})
        </li>
      );
    })}
  </ul>
);

const windowOf = ({ window, windowLength }: ProgramDraft, windows: Texts['program']['windows']) =>
  windowLength === '' || !window.startsWith('rolling') ? windows[window] : `${windows[window]}: ${windowLength}`;
