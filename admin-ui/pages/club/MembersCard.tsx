import { useState } from 'react';
import type { MemberView } from '../../../shared/contract/club.ts';
import { useLeaveClub, useRemoveFromClub } from '../../api/useClubApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { DateTime, None, Percent } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';
import type { Club } from './ClubPage.tsx';
import { ClubSection } from './ClubSection.tsx';

/** Whom the open dialog asks about; `leave` is the shop itself. */
type Asked = MemberView | 'leave' | null;

export function MembersCard({ club }: { readonly club: Club }) {
  const words = useText().club.members;
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const columns: readonly [Column<MemberView>, ...Column<MemberView>[]] = [
    { id: 'shop', title: words.shop, cell: ({ name, isOwn }) => (isOwn ? words.own(name) : name) },
    { id: 'since', title: words.since, cell: ({ joinedAt }) => <DateTime at={joinedAt} /> },
    {
      id: 'gives',
      title: words.gives,
      isNumber: true,
      cell: ({ guestBp }) => (guestBp === 0 ? <None /> : <Percent bp={guestBp} />),
    },
  ];
  const remove: Column<MemberView> = {
    id: 'remove',
    title: '',
    cell: (member) =>
      member.isOwn ? null : (
        <Button variant="plain" tone="critical" onClick={() => setAsked(member)}>
          {words.remove}
        </Button>
      ),
  };
  return (
    <ClubSection title={words.title}>
      <DataList
        label={words.title}
        rows={club.members}
        columns={club.isKeeper && club.members.length > 1 ? [...columns, remove] : columns}
        keyOf={({ shop }) => shop}
        isCompact
      />
      <InlineStack>
        <Button tone="critical" onClick={() => setAsked('leave')}>
          {words.leave}
        </Button>
      </InlineStack>
      {asked === 'leave' && <LeaveDialog onClose={close} />}
      {asked !== null && asked !== 'leave' && <RemoveDialog member={asked} onClose={close} />}
    </ClubSection>
  );
}

function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const { club, common } = useText();
  const words = club.members;
  const leave = useLeaveClub();
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    leave.mutate(undefined, { onSuccess: () => say(words.left), onError: sayFailure, onSettled: onClose });
  return (
    <ConfirmDialog
      open
      title={words.leaveTitle}
      confirmLabel={words.leave}
      cancelLabel={common.cancel}
      isDestructive
      isBusy={leave.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.leaveMessage}</Text>
    </ConfirmDialog>
  );
}

function RemoveDialog({ member, onClose }: { readonly member: MemberView; readonly onClose: () => void }) {
  const { club, common } = useText();
  const words = club.members;
  const remove = useRemoveFromClub();
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    remove.mutate(member.shop, {
      onSuccess: () => say(words.removed(member.name)),
      onError: sayFailure,
      onSettled: onClose,
    });
  return (
    <ConfirmDialog
      open
      title={words.removeTitle(member.name)}
      confirmLabel={words.remove}
      cancelLabel={common.cancel}
      isDestructive
      isBusy={remove.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.removeMessage}</Text>
    </ConfirmDialog>
  );
}
