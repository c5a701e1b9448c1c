import type { NotesView } from '../../../shared/contract/note.ts';
import { dayOf } from '../../../shared/domain/calendar/day.ts';
import { useNotes, useWriteNote } from '../../api/useNotes.ts';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { faultsOf } from '../../parts/faults.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { NoteForm } from './NoteForm.tsx';
import { NoteRow } from './NoteRow.tsx';

/** Dated notes on the cards of a customer; nothing where no program keeps any. */
export function NotesPart({ customerId }: { readonly customerId: string }) {
  const { common } = useText();
  return (
    <Loaded query={useNotes(customerId)} loading={<LoadingPart label={common.loading} />}>
      {(all) => all.map((view) => <NotesCard key={view.programId} customerId={customerId} view={view} />)}
    </Loaded>
  );
}

function NotesCard({ customerId, view }: { readonly customerId: string; readonly view: NotesView }) {
  const { notes: words } = useText();
  const { label, programName, cardNumber, notes, isCut } = view;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.of(label, programName)}
        </Text>
        {cardNumber === null ? (
          <Text as="p" tone="subdued">
            {words.noCard}
          </Text>
        ) : (
          <NewNote customerId={customerId} cardNumber={cardNumber} />
        )}
        {notes.length === 0 && <Text as="p">{words.none}</Text>}
        {notes.map((note) => (
          <NoteRow key={note.id} customerId={customerId} note={note} isOnOtherCard={note.cardNumber !== cardNumber} />
        ))}
        {isCut && (
          <Text as="p" tone="subdued">
            {words.cut}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function NewNote({ customerId, cardNumber }: { readonly customerId: string; readonly cardNumber: string }) {
  const { notes: words } = useText();
  const { timeZone, now } = useShopView();
  const write = useWriteNote(customerId);
  const say = useToast();
  const sayFailure = useSayFailure();
  return (
    <NoteForm
      begin={{ day: dayOf(now, timeZone), text: '' }}
      action={words.add}
      isBusy={write.isPending}
      refused={write.error}
      onSend={(typed, clear) => {
        const done = () => {
          say(words.added);
          clear();
        };
        const onError = (thrown: unknown) => {
          if (faultsOf(thrown).length === 0) sayFailure(thrown);
        };
        write.mutate({ number: cardNumber, ...typed }, { onSuccess: done, onError });
      }}
    />
  );
}
