import type { InvitationView, InvitedView } from '../../../shared/contract/club.ts';
import { useInviteToClub, useRevokeInvitation } from '../../api/useClubApi.ts';
import { Button, TextField } from '../../kit/controls.ts';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Banner, Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import type { Club } from './ClubPage.tsx';
import { ClubSection } from './ClubSection.tsx';

export function InvitationsCard({ club }: { readonly club: Club }) {
  const words = useText().club.invitations;
  const invite = useInviteToClub();
  const sayFailure = useSayFailure();
  return (
    <ClubSection title={words.title} help={words.help}>
      {invite.data !== undefined && <InvitedCode invited={invite.data} />}
      {club.invitations.length === 0 && (
        <Text as="p" tone="subdued">
          {words.empty}
        </Text>
      )}
      {club.invitations.map((invitation) => (
        <OpenInvitation key={invitation.id} invitation={invitation} onRevoked={invite.reset} />
      ))}
      <InlineStack>
        <Button loading={invite.isPending} onClick={() => invite.mutate(undefined, { onError: sayFailure })}>
          {words.invite}
        </Button>
      </InlineStack>
    </ClubSection>
  );
}

/** The code, this once. */
function InvitedCode({ invited }: { readonly invited: InvitedView }) {
  const words = useText().club.invitations;
  const { date } = useFormat();
  const say = useToast();
  const copy = () => void navigator.clipboard.writeText(invited.code).then(() => say(words.copied));
  return (
    <Banner tone="success" title={words.codeTitle}>
      <BlockStack gap="200">
        <Text as="p">{words.codeHelp}</Text>
        <TextField
          label={words.codeTitle}
          labelHidden
          value={invited.code}
          readOnly
          selectTextOnFocus
          autoComplete="off"
          helpText={words.until(date(invited.expiresAt))}
          connectedRight={<Button onClick={copy}>{words.copy}</Button>}
        />
      </BlockStack>
    </Banner>
  );
}

type OpenProps = { readonly invitation: InvitationView; readonly onRevoked: () => void };

function OpenInvitation({ invitation, onRevoked }: OpenProps) {
  const words = useText().club.invitations;
  const { date } = useFormat();
  const revoke = useRevokeInvitation();
  const say = useToast();
  const sayFailure = useSayFailure();
  const done = () => {
    onRevoked();
    say(words.revoked);
  };
  return (
    <InlineStack gap="300" blockAlign="center">
      <Text as="span">{words.until(date(invitation.expiresAt))}</Text>
      <Button
        variant="plain"
        tone="critical"
        loading={revoke.isPending}
        onClick={() => revoke.mutate(invitation.id, { onSuccess: done, onError: sayFailure })}
      >
        {words.revoke}
      </Button>
    </InlineStack>
  );
}
