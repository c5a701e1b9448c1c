import { useState } from 'react';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Button, Form } from '../../kit/controls.ts';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, InlineStack, Layout } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { UnsavedGuard } from '../../parts/UnsavedGuard.tsx';
import { useText } from '../../session/shop.tsx';
import { AmongFields } from './AmongFields.tsx';
import { BoughtFields } from './BoughtFields.tsx';
import { ClosingFields } from './ClosingFields.tsx';
import { EligibleCard } from './EligibleCard.tsx';
import { PrizeFields } from './PrizeFields.tsx';
import { useDrawForm } from './useDrawForm.ts';

/** All of a draw on one page; nothing of it can be changed once it is open, so opening asks first. */
export function NewDrawPage() {
  const { draws, common } = useText();
  const words = draws.form;
  const form = useDrawForm();
  const [isAsking, setIsAsking] = useState(false);
  const ask = () => (form.isSound ? setIsAsking(true) : form.showAllFaults());
  return (
    <Screen title={words.title} back={{ content: draws.title, url: '/draws' }}>
      <UnsavedGuard unsaved={form.unsaved} />
      <Layout>
        <Layout.Section>
          <Form onSubmit={ask} noValidate>
            <BlockStack gap="400">
              <PrizeFields form={form} />
              <AmongFields form={form} />
              <BoughtFields form={form} />
              <ClosingFields form={form} />
              <div className="kit-loose">
                <InlineStack align="end">
                  <Button submit variant="primary" loading={form.isBusy}>
                    {words.open}
                  </Button>
                </InlineStack>
              </div>
            </BlockStack>
          </Form>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <EligibleCard form={form} />
        </Layout.Section>
      </Layout>
      <ConfirmDialog
        open={isAsking}
        title={words.confirmTitle}
        confirmLabel={words.open}
        cancelLabel={common.cancel}
        isBusy={form.isBusy}
        onConfirm={() => form.send(() => setIsAsking(false))}
        onClose={() => setIsAsking(false)}
      >
        <Text as="p">{words.confirmMessage}</Text>
      </ConfirmDialog>
    </Screen>
  );
}
