import { useState } from 'react';
import { useFoundClub } from '../../api/useClubApi.ts';
import { Button, Form, FormLayout, TextField } from '../../kit/controls.ts';
import { InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';
import { ClubSection } from './ClubSection.tsx';
import { GuestPercentField } from './GuestPercentField.tsx';

export function FoundCard() {
  const words = useText().club.found;
  const [name, setName] = useState('');
  const [guestPercent, setGuestPercent] = useState('5');
  const found = useFoundClub();
  const say = useToast();
  const sayFailure = useSayFailure();
  const faultAt = useFaultAt();
  const faults = faultsOf(found.error);
  const send = () => found.mutate({ name, guestPercent }, { onSuccess: () => say(words.done), onError: sayFailure });
  return (
    <ClubSection title={words.title} help={words.help}>
      <Form onSubmit={send} noValidate>
        <FormLayout>
          <TextField
            label={words.name}
            value={name}
            onChange={setName}
            error={faultAt(faults, 'name')}
            maxLength={80}
            autoComplete="off"
          />
          <GuestPercentField value={guestPercent} error={faultAt(faults, 'guestPercent')} onChange={setGuestPercent} />
          <InlineStack>
            <Button submit loading={found.isPending}>
              {words.action}
            </Button>
          </InlineStack>
        </FormLayout>
      </Form>
    </ClubSection>
  );
}
