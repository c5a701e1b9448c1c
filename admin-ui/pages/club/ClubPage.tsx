import type { ClubView } from '../../../shared/contract/club.ts';
import { useClub } from '../../api/useClub.ts';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useText } from '../../session/shop.tsx';
import { AccountCard } from './AccountCard.tsx';
import { FoundCard } from './FoundCard.tsx';
import { InvitationsCard } from './InvitationsCard.tsx';
import { JoinCard } from './JoinCard.tsx';
import { MembersCard } from './MembersCard.tsx';
import { RuleCard } from './RuleCard.tsx';

export type Club = NonNullable<ClubView['club']>;

/** The discount club: how to get into one, or who is in it, what is given, and what that came to month by month. */
export function ClubPage() {
  const { club } = useText();
  return (
    <ScreenOf title={club.title} query={useClub()}>
      {(view) => (
        <Screen title={view.club?.name ?? club.title}>
          <BlockStack gap="400">
            <div className="kit-loose">
              <Text as="p" tone="subdued">
                {club.intro}
              </Text>
            </div>
            {view.club === null ? <Outside /> : <Inside club={view.club} />}
          </BlockStack>
        </Screen>
      )}
    </ScreenOf>
  );
}

const Outside = () => (
  <>
    <JoinCard />
    <FoundCard />
  </>
);

const Inside = ({ club }: { readonly club: Club }) => (
  <>
    <AccountCard />
    <MembersCard club={club} />
    <RuleCard key={club.guestPercent} club={club} />
    <InvitationsCard club={club} />
  </>
);
