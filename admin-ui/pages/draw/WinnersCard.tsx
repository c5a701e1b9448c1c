import { useState } from 'react';
import type { DrawView, WinnerView } from '../../../shared/contract/draw.ts';
import { useHandOverPrize } from '../../api/useDrawsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { Box, Card } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { DateTime } from '../../kit/Values.tsx';
import { Link, Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly view: DrawView };

/** Who won what, and whether they have it. */
export function WinnersCard({ view }: Props) {
  const words = useText().draws.draw;
  const [asked, setAsked] = useState<WinnerView | null>(null);
  const columns: readonly [Column<WinnerView>, ...Column<WinnerView>[]] = [
    { id: 'prize', title: words.columns.prize, cell: ({ prize }) => prize },
    { id: 'customer', title: words.columns.customer, cell: (winner) => <Who winner={winner} /> },
    { id: 'lot', title: words.columns.lot, cell: ({ lot }) => <code>{lot}</code> },
    {
      id: 'handedOver',
      title: words.columns.handedOver,
      cell: (winner) =>
        winner.handedOverAt === null ? (
          <Button
            size="slim"
            accessibilityLabel={`${words.handOver}: ${winner.prize}`}
            onClick={() => setAsked(winner)}
          >
            {words.handOver}
          </Button>
        ) : (
          <DateTime at={winner.handedOverAt} withTime />
        ),
    },
  ];
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {words.winners}
        </Text>
      </Box>
      <DataList label={words.winners} rows={view.winners} columns={columns} keyOf={({ lot }) => lot} />
      {asked !== null && <HandOverDialog id={view.id} winner={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}

const useName = ({ customerId, customerName }: WinnerView): string => {
  const words = useText().draws.draw;
  return customerId === null ? words.erased : customerName || words.nameless;
};

function Who({ winner }: { readonly winner: WinnerView }) {
  const name = useName(winner);
  return winner.customerId === null ? name : <Link url={`/customers/${winner.customerId}`}>{name}</Link>;
}

type DialogProps = { readonly id: string; readonly winner: WinnerView; readonly onClose: () => void };

function HandOverDialog({ id, winner, onClose }: DialogProps) {
  const { draws, common } = useText();
  const words = draws.draw;
  const name = useName(winner);
  const handOver = useHandOverPrize(id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    handOver.mutate(
      { lot: winner.lot },
      { onSuccess: () => say(words.handedOver), onError: sayFailure, onSettled: onClose },
    );
  return (
    <ConfirmDialog
      open
      title={words.handOverTitle(winner.prize)}
      confirmLabel={words.handOver}
      cancelLabel={common.cancel}
      isBusy={handOver.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.handOverMessage(winner.lot, name)}</Text>
    </ConfirmDialog>
  );
}
