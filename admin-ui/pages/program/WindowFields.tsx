import { canRoll, isRolling, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

type WindowName = ProgramDraft['window'];

/** A fixed percentage adds nothing up, so time has nothing to say there. */
export function WindowFields({ editor }: { readonly editor: ProgramEditor }) {
  const { program } = useText();
  const { fields, windows, windowHelp } = program;
  const { values, set, faultOf, leave } = editor;
  if (values.mechanic === 'fixed') return <Text as="p">{program.windowUnused}</Text>;
  const names = (Object.keys(windows) as WindowName[]).filter((name) => isOffered(name, values));
  return (
    <FormLayout>
      <ChoiceList
        title={fields.window}
        choices={names.map((name) => ({ value: name, label: windows[name], helpText: windowHelp[name] }))}
        selected={[values.window]}
        onChange={([chosen]) => chooseWindow(editor, names.find((name) => name === chosen) ?? 'lifetime')}
        error={faultOf('window')}
      />
      {isRolling(values.window) && (
        <TextField
          label={values.window === 'rolling_days' ? fields.windowDays : fields.windowMonths}
          inputMode="numeric"
          value={values.windowLength}
          onChange={(length) => set('windowLength', length)}
          onBlur={() => leave('windowLength')}
          error={faultOf('windowLength')}
          autoComplete="off"
        />
      )}
      {values.mechanic === 'levels' ? (
        <LevelWindowFields editor={editor} />
      ) : (
        <Text as="p" tone="subdued">
          {resetWords(values.mechanic, program)}
        </Text>
      )}
    </FormLayout>
  );
}

const resetWords = (mechanic: ProgramDraft['mechanic'], program: Texts['program']): string => {
  if (mechanic === 'marks') return program.windowMarks;
  return mechanic === 'nth_item' ? program.windowNthItem : program.windowStepUp;
};

/** A year of the card needs a card, and only levels may roll (rules 1). */
const isOffered = (name: WindowName, { membership, mechanic }: ProgramDraft): boolean =>
  (name !== 'card_year' || membership === 'card') && (!isRolling(name) || canRoll(mechanic));

/** How long a level holds, and what a return does to it. */
function LevelWindowFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf } = editor;
  return (
    <FormLayout>
      {!isRolling(values.window) && values.window !== 'lifetime' && (
        <ChoiceList
          title={fields.holds}
          choices={[
            { value: 'window', label: fields.holdsWindow },
            { value: 'next_window', label: fields.holdsNext },
          ]}
          selected={[values.holds]}
          onChange={([chosen]) => set('holds', chosen === 'next_window' ? 'next_window' : 'window')}
          error={faultOf('holds')}
        />
      )}
      <ChoiceList
        title={fields.afterRefund}
        choices={[
          { value: 'follows', label: fields.afterRefundFollows },
          {
            value: 'stays',
            label: fields.afterRefundStays,
            helpText: fields.afterRefundStaysHelp,
            disabled: isRolling(values.window),
          },
        ]}
        selected={[values.afterRefund]}
        onChange={([chosen]) => set('afterRefund', chosen === 'stays' ? 'stays' : 'follows')}
        error={faultOf('afterRefund')}
      />
    </FormLayout>
  );
}

/** A rolling window has no end, so there a level can only follow (rules 2.2), and nothing holds through a next one. */
function chooseWindow({ set }: ProgramEditor, window: WindowName): void {
  set('window', window);
  if (isRolling(window)) set('afterRefund', 'follows');
  if (isRolling(window) || window === 'lifetime') set('holds', 'window');
}
