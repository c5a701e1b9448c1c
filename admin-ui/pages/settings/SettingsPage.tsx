import type { SettingsForm, SettingsView } from '../../../shared/contract/api.ts';
import { useSettings } from '../../api/useSettings.ts';
import { useChangeSettings } from '../../api/useSettingsApi.ts';
import { Form } from '../../kit/controls.ts';
import { SaveBar } from '../../kit/SaveBar.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { faultsOf } from '../../parts/faults.ts';
import { OtherFaults } from '../../parts/OtherFaults.tsx';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { UnsavedGuard, useUnsaved } from '../../parts/UnsavedGuard.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useValues } from '../../parts/useValues.ts';
import { useText } from '../../session/shop.tsx';
import { KeyCard } from './KeyCard.tsx';
import { SettingsFields } from './SettingsFields.tsx';
import { ShopCard } from './ShopCard.tsx';

export function SettingsPage() {
  const { settings } = useText();
  return (
    <ScreenOf title={settings.title} query={useSettings()}>
      {(view) => <SettingsScreen view={view} />}
    </ScreenOf>
  );
}

const formOf = ({ floorOn, marginPercent, discountMessage, language, owedCounts }: SettingsView): SettingsForm => ({
  floorOn,
  marginPercent,
  discountMessage,
  language,
  owedCounts,
});

function SettingsScreen({ view }: { readonly view: SettingsView }) {
  const { settings, common } = useText();
  const form = useValues(formOf(view));
  const change = useChangeSettings();
  const unsaved = useUnsaved(form.isChanged);
  const say = useToast();
  const sayFailure = useSayFailure();
  const faults = faultsOf(change.error);
  const save = () => {
    const done = (saved: SettingsView) => {
      form.accept(formOf(saved));
      say(settings.saved);
    };
    change.mutate(form.values, { onSuccess: done, onError: sayFailure });
  };
  const discard = () => {
    change.reset();
    form.discard();
  };
  return (
    <Screen title={settings.title}>
      <UnsavedGuard unsaved={unsaved} />
      {form.isChanged && (
        <SaveBar
          message={common.unsaved}
          saveLabel={common.save}
          discardLabel={common.discard}
          isBusy={change.isPending}
          onSave={save}
          onDiscard={discard}
        />
      )}
      <BlockStack gap="400">
        <OtherFaults faults={faults} hasField={(path) => path in form.values} />
        <ShopCard view={view} />
        <Form onSubmit={save} noValidate>
          <SettingsFields form={form} faults={faults} />
        </Form>
        <KeyCard />
      </BlockStack>
    </Screen>
  );
}
