import { useState } from 'react';
import { useChangeClubRule } from '../../api/useClubApi.ts';
import { Button, Form, FormLayout } from '../../kit/controls.ts';
import { InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { UnsavedGuard, useUnsaved } from '../../parts/UnsavedGuard.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';
import type { Club } from './ClubPage.tsx';
import { ClubSection } from './ClubSection.tsx';
import { GuestPercentField } from './GuestPercentField.tsx';

export function RuleCard({ club }: { readonly club: Club }) {
  const words = useText().club.rule;
  const [guestPercent, setGuestPercent] = useState(club.guestPercent);
  const change = useChangeClubRule();
  const say = useToast();
  const sayFailure = useSayFailure();
  const faultAt = useFaultAt();
  const isChanged = guestPercent !== club.guestPercent;
  const unsaved = useUnsaved(isChanged);
  const send = () => change.mutate({ guestPercent }, { onSuccess: () => say(words.saved), onError: sayFailure });
  return (
    <ClubSection title={words.title}>
      <UnsavedGuard unsaved={unsaved} />
      <Form onSubmit={send} noValidate>
        <FormLayout>
          <GuestPercentField
            value={guestPercent}
            error={faultAt(faultsOf(change.error), 'guestPercent')}
            onChange={setGuestPercent}
          />
          <InlineStack>
            <Button submit loading={change.isPending} disabled={!isChanged}>
              {words.save}
            </Button>
          </InlineStack>
        </FormLayout>
      </Form>
    </ClubSection>
  );
}
