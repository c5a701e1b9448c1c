import { useState } from 'react';
import type { CardView, CustomerRowView } from '../../../shared/contract/api.ts';
import { useLinkCard } from '../../api/useCardsApi.ts';
import { useCustomersFound } from '../../api/useCustomers.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { ChoiceList, TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useDebounced } from '../../route/useDebounced.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly card: CardView; readonly onClose: () => void };

const WAIT_MS = 250;

/** Finds a customer as one types, and links the card to the one chosen. */
export function LinkDialog({ card, onClose }: Props) {
  const { cards, customers, common } = useText();
  const words = cards.link;
  const [typed, setTyped] = useState('');
  const [customerId, setCustomerId] = useState('');
  const found = useCustomersFound(useDebounced(typed, WAIT_MS));
  const link = useLinkCard();
  const say = useToast();
  const sayFailure = useSayFailure();
  const rows = typed.trim() === '' ? [] : (found.data?.rows ?? []);
  const send = () => {
    const done = () => {
      say(words.done);
      onClose();
    };
    link.mutate({ number: card.number, customerId }, { onSuccess: done, onError: sayFailure });
  };
  return (
    <ConfirmDialog
      open
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={common.cancel}
      isBusy={link.isPending}
      isDisabled={!rows.some(({ id }) => id === customerId)}
      onConfirm={send}
      onClose={onClose}
    >
      <TextField
        label={words.search}
        placeholder={customers.searchPlaceholder}
        type="search"
        value={typed}
        onChange={setTyped}
        loading={found.isFetching}
        autoComplete="off"
        autoFocus
      />
      {rows.length > 0 && (
        <ChoiceList
          title={words.choose}
          choices={rows.map((row) => ({
            value: row.id,
            label: nameOf(row, customers.nameless),
            helpText: contactOf(row),
          }))}
          selected={[customerId]}
          onChange={([chosen = '']) => setCustomerId(chosen)}
        />
      )}
      {found.isSuccess && rows.length === 0 && typed.trim() !== '' && (
        <Text as="p" tone="subdued">
          {words.nobody}
        </Text>
      )}
    </ConfirmDialog>
  );
}

const nameOf = (row: CustomerRowView, nameless: string) => (row.name === '' ? nameless : row.name);
const contactOf = (row: CustomerRowView) => [row.email, row.phone].filter((each) => each !== null).join(' · ');
