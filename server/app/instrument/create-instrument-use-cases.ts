import type { FindPartner } from '../club/find-partner.ts';
import type { AttributePurchases } from '../purchase/attribute-purchases.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { createBlockCard } from './block-card.ts';
import { createCheckTypedCard } from './check-typed-card.ts';
import { createEmitSeries } from './emit-series.ts';
import { createExpireCards } from './expire-cards.ts';
import { createFollowCard } from './follow-card.ts';
import { createLinkCard } from './link-card.ts';
import { createLookUpCard } from './look-up-card.ts';
import { createReplaceCard } from './replace-card.ts';

type InstrumentUseCases = Pick<
  UseCases,
  'emitSeries' | 'lookUpCard' | 'linkCard' | 'replaceCard' | 'blockCard' | 'expireCards' | 'checkTypedCard'
>;

/** What the app can do with cards. */
export function createInstrumentUseCases(
  deps: UseCaseDeps & Pick<UseCases, 'refreshStanding'>,
  attribute: AttributePurchases,
  partners: FindPartner,
): InstrumentUseCases {
  const followCard = createFollowCard(deps, attribute);
  return {
    emitSeries: createEmitSeries(deps),
    lookUpCard: createLookUpCard(deps),
    linkCard: createLinkCard(deps, followCard),
    replaceCard: createReplaceCard(deps, followCard),
    blockCard: createBlockCard(deps),
    expireCards: createExpireCards(deps),
    checkTypedCard: createCheckTypedCard(deps, partners),
  };
}
