import { useState } from 'react';
import { refusalOf } from '../../api/request-failed.ts';
import { useJoinClub } from '../../api/useClubApi.ts';
import { Button, Form, FormLayout, TextField } from '../../kit/controls.ts';
import { InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';
import { ClubSection } from './ClubSection.tsx';
import { GuestPercentField } from './GuestPercentField.tsx';

/** A wrong code is said beside its field, where it can be mended; everything else in a toast. */
export function JoinCard() {
  const { club, refusals } = useText();
  const words = club.join;
  const [code, setCode] = useState('');
  const [guestPercent, setGuestPercent] = useState('5');
  const join = useJoinClub();
  const say = useToast();
  const sayFailure = useSayFailure();
  const faultAt = useFaultAt();
  const faults = faultsOf(join.error);
  const isUnknown = refusalOf(join.error)?.code === 'unknown_invitation';
  const send = () =>
    join.mutate(
      { code, guestPercent },
      {
        onSuccess: () => say(words.done),
        onError: (error) => refusalOf(error)?.code !== 'unknown_invitation' && sayFailure(error),
      },
    );
  return (
    <ClubSection title={words.title} help={words.help}>
      <Form onSubmit={send} noValidate>
        <FormLayout>
          <TextField
            label={words.code}
            value={code}
            onChange={setCode}
            error={isUnknown ? refusals.unknown_invitation : ''}
            maxLength={100}
            autoComplete="off"
          />
          <GuestPercentField value={guestPercent} error={faultAt(faults, 'guestPercent')} onChange={setGuestPercent} />
          <InlineStack>
            <Button submit variant="primary" loading={join.isPending} disabled={code.trim() === ''}>
              {words.action}
            </Button>
          </InlineStack>
        </FormLayout>
      </Form>
    </ClubSection>
  );
}
