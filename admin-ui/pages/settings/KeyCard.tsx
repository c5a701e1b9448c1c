import { useState } from 'react';
import { useRotateKey } from '../../api/useSettingsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Button } from '../../kit/controls.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

export function KeyCard() {
  const { settings, common } = useText();
  const words = settings.key;
  const [isAsked, setIsAsked] = useState(false);
  const rotate = useRotateKey();
  const say = useToast();
  const sayFailure = useSayFailure();
  const close = () => setIsAsked(false);
  const send = () =>
    rotate.mutate(undefined, { onSuccess: () => say(words.done), onError: sayFailure, onSettled: close });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        <InlineStack>
          <Button tone="critical" onClick={() => setIsAsked(true)}>
            {words.action}
          </Button>
        </InlineStack>
      </BlockStack>
      <ConfirmDialog
        open={isAsked}
        title={words.dialogTitle}
        confirmLabel={words.confirm}
        cancelLabel={common.cancel}
        isDestructive
        isBusy={rotate.isPending}
        onConfirm={send}
        onClose={close}
      >
        <Text as="p">{words.message}</Text>
      </ConfirmDialog>
    </Card>
  );
}
