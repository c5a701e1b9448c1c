import { useState } from 'react';
import type { NoteView } from '../../../shared/contract/note.ts';
import { useCorrectNote, useRemoveNote } from '../../api/useNotes.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Button, ButtonGroup } from '../../kit/controls.ts';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { faultsOf } from '../../parts/faults.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { NoteForm } from './NoteForm.tsx';

type Props = { readonly customerId: string; readonly note: NoteView; readonly isOnOtherCard: boolean };

/** A note as it stands, which may be put right, or removed once one has been asked. */
export function NoteRow({ customerId, note, isOnOtherCard }: Props) {
  const { notes: words, common } = useText();
  const [asked, setAsked] = useState<'correct' | 'remove' | null>(null);
  const say = useToast();
  const sayFailure = useSayFailure();
  const correct = useCorrectNote(customerId);
  const remove = useRemoveNote(customerId);
  const { id, revision } = note;
  const day = useFormat().day(note.day);
  const close = () => setAsked(null);
  if (asked === 'correct')
    return (
      <NoteForm
        begin={{ day: note.day, text: note.text }}
        action={words.save}
        isBusy={correct.isPending}
        refused={correct.error}
        onCancel={close}
        onSend={(typed) => {
          const done = () => {
            say(words.corrected);
            close();
          };
          const onError = (thrown: unknown) => {
            if (faultsOf(thrown).length === 0) sayFailure(thrown);
          };
          correct.mutate({ id, revision, ...typed }, { onSuccess: done, onError });
        }}
      />
    );
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {day}
        </Text>
        <ButtonGroup>
          <Button variant="tertiary" accessibilityLabel={words.correctOf(day)} onClick={() => setAsked('correct')}>
            {words.correct}
          </Button>
          <Button variant="tertiary" accessibilityLabel={words.removeOf(day)} onClick={() => setAsked('remove')}>
            {words.remove}
          </Button>
        </ButtonGroup>
      </InlineStack>
      <NoteWords note={note} isOnOtherCard={isOnOtherCard} />
      <ConfirmDialog
        open={asked === 'remove'}
        title={words.removeDialog.title}
        confirmLabel={words.removeDialog.confirm}
        cancelLabel={common.cancel}
        isDestructive
        isBusy={remove.isPending}
        onConfirm={() =>
          remove.mutate(id, { onSuccess: () => say(words.removed), onError: sayFailure, onSettled: close })
        }
        onClose={close}
      >
        <Text as="p">{words.removeDialog.message}</Text>
      </ConfirmDialog>
    </BlockStack>
  );
}

function NoteWords({ note: { text, cardNumber, correctedAt }, isOnOtherCard }: Omit<Props, 'customerId'>) {
  const { notes: words } = useText();
  const format = useFormat();
  const said = [
    ...(isOnOtherCard ? [words.onCard(cardNumber)] : []),
    ...(correctedAt === null ? [] : [words.correctedAt(format.dateTime(correctedAt))]),
  ];
  return (
    <>
      <div className="kit-as-written">
        <Text as="p">{text}</Text>
      </div>
      {said.length > 0 && (
        <Text as="p" tone="subdued">
          {said.join('. ')}
        </Text>
      )}
    </>
  );
}
