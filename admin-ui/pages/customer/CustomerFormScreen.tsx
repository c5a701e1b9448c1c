import type { CustomerForm } from '../../../shared/contract/api.ts';
import { Button, Form } from '../../kit/controls.ts';
import { SaveBar } from '../../kit/SaveBar.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { faultsOf } from '../../parts/faults.ts';
import { OtherFaults } from '../../parts/OtherFaults.tsx';
import { UnsavedGuard, useUnsaved } from '../../parts/UnsavedGuard.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import type { Values } from '../../parts/useValues.ts';
import { useText } from '../../session/shop.tsx';
import { CustomerFields } from './CustomerFields.tsx';

type Props = {
  readonly title: string;
  readonly back: { readonly content: string; readonly url: string };
  readonly form: Values<CustomerForm>;
  readonly refused: unknown;
  readonly isBusy: boolean;
  readonly onSave: (letGo: () => void, onError: (thrown: unknown) => void) => void;
};

/** The same plain form for entering and for correcting. */
export function CustomerFormScreen({ title, back, form, refused, isBusy, onSave }: Props) {
  const { common } = useText();
  const unsaved = useUnsaved(form.isChanged);
  const sayFailure = useSayFailure();
  const faults = faultsOf(refused);
  const save = () => onSave(unsaved.letGo, sayFailure);
  return (
    <Screen title={title} back={back}>
      <UnsavedGuard unsaved={unsaved} />
      {form.isChanged && (
        <SaveBar
          message={common.unsaved}
          saveLabel={common.save}
          discardLabel={common.discard}
          isBusy={isBusy}
          onSave={save}
          onDiscard={form.discard}
        />
      )}
      <Form onSubmit={save} noValidate>
        <BlockStack gap="400">
          <OtherFaults faults={faults} hasField={(path) => path.replace('details.', '') in form.values} />
          <CustomerFields form={form} faults={faults} />
          <div className="kit-loose">
            <InlineStack align="end">
              <Button submit variant="primary" loading={isBusy} disabled={!form.isChanged}>
                {common.save}
              </Button>
            </InlineStack>
          </div>
        </BlockStack>
      </Form>
    </Screen>
  );
}
