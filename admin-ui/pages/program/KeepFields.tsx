import type { ProgramView } from '../../../shared/contract/program.ts';
import type { Text } from '../../../shared/text/text.ts';
import { useProgram } from '../../api/useProgram.ts';
import { ChoiceList } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import { DayField } from './DayField.tsx';

/** What becomes of who took part before: `untilDay` empty means for good. */
export type KeepChoice = { readonly keeps: boolean; readonly untilDay: string };

export const FOR_EVERYBODY: KeepChoice = { keeps: false, untilDay: '' };

type Props = {
  readonly id: string;
  readonly choice: KeepChoice;
  readonly onChoose: (choice: KeepChoice) => void;
  readonly error: string;
};

/** Whether holders keep what the last version promised. Before the first version there is nothing to keep. */
export function KeepFields({ id, choice, onChoose, error }: Props) {
  const { publish: words } = useText().program;
  const { data } = useProgram(id);
  if (data === undefined || data.lastVersion === 0) return null;
  return (
    <>
      <ChoiceList
        title={words.holders}
        choices={[
          { value: 'everybody', label: words.forEverybody, helpText: words.forEverybodyHelp },
          { value: 'keep', label: words.keepBetter, helpText: `${words.keepBetterHelp} ${concerned(data, words)}` },
        ]}
        selected={[choice.keeps ? 'keep' : 'everybody']}
        onChange={([chosen]) => onChoose({ ...choice, keeps: chosen === 'keep' })}
      />
      {choice.keeps && (
        <DayField
          label={words.keepsUntil}
          value={choice.untilDay}
          onChange={(untilDay) => onChoose({ ...choice, untilDay })}
          error={error}
        />
      )}
    </>
  );
}

/** How many it concerns: with a card all who hold one; without, those of the customers who have bought before. */
function concerned({ versions, holders }: ProgramView, words: Text['program']['publish']): string {
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  return newest?.membership.kind === 'card' ? words.concernsHolders(holders) : words.concernsBuyers(holders);
}
