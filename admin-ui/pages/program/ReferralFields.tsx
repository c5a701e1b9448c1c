import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

const BONUSES: readonly ProgramDraft['referral'][] = ['none', 'once', 'for_good'];

/** Whether cards may be handed on to friends, what that brings both, and for how long it may be taken back (2.7). */
export function ReferralFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  const typed = (name: 'welcomePercent' | 'bonusPercent' | 'referralDays') => ({
    label: fields[name],
    value: values[name],
    onChange: (text: string) => set(name, text),
    onBlur: () => leave(name),
    error: faultOf(name),
    autoComplete: 'off',
  });
  const percent = { suffix: fields.percentSuffix, inputMode: 'decimal' } as const;
  return (
    <FormLayout>
      <ChoiceList
        title={fields.referral}
        choices={[
          { value: 'none', label: fields.referralNone },
          { value: 'once', label: fields.referralOnce, helpText: fields.referralOnceHelp },
          { value: 'for_good', label: fields.referralForGood, helpText: fields.referralForGoodHelp },
        ]}
        selected={[values.referral]}
        onChange={([chosen]) => set('referral', BONUSES.find((each) => each === chosen) ?? 'none')}
        error={faultOf('referral')}
      />
      {values.referral !== 'none' && (
        <FormLayout.Group condensed>
          <TextField {...typed('welcomePercent')} {...percent} helpText={fields.welcomePercentHelp} />
          <TextField {...typed('bonusPercent')} {...percent} helpText={fields.bonusPercentHelp} />
          <TextField {...typed('referralDays')} inputMode="numeric" helpText={fields.referralDaysHelp} />
        </FormLayout.Group>
      )}
    </FormLayout>
  );
}
