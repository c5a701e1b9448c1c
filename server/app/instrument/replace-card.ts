import type { CardNumber, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { checkReplaceable } from '../../../shared/domain/instrument/card-life.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { CardRefusal, UseCases } from '../use-cases.ts';
import { changeCard, type DecideCard } from './change-card.ts';
import type { FollowCard } from './follow-card.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>;
/** `old` as it was seen first. */
type Replacement = { readonly old: Card; readonly number: CardNumber; readonly by: By; readonly note: string };

/**
 * A blank card takes over from one that was lost or worn: same holder, same day of issue, so the year of the card goes
 * on. The new one is issued before the old one ends: cut in between, the holder has two for a while and never none.
 * Of two that replace the same card at once the second hears so, and its card is a blank again.
 */
export function createReplaceCard(deps: Deps, followCard: FollowCard): UseCases['replaceCard'] {
  const { cards } = deps.stores;
  return async (shop, number, { number: newNumber, who: by }, note) => {
    const [old, fresh] = await Promise.all([cards.find(shop, number), cards.find(shop, newNumber)]);
    if (old === null || fresh === null) return refused({ code: 'unknown_card' });
    const replaced = await replace(deps, shop, { old, number: newNumber, by, note });
    if (!replaced.ok || old.customerId === null) return replaced;
    const cause = { kind: 'card_replaced', number, by: newNumber } as const;
    const { customerId } = old;
    await followCard(shop, { numbers: [number, newNumber], orderId: null, customerId, cause, by });
    deps.log.info('card.replaced', { shop, customerId, by });
    return replaced;
  };
}

/** Answers the new card. */
async function replace(deps: Deps, shop: ShopId, replacement: Replacement): Promise<Result<Card, CardRefusal>> {
  const { cards } = deps.stores;
  const { old, number } = replacement;
  let isNew = false;
  const issued = await changeCard(cards, shop, number, (card) => {
    const decided = toIssue(card, replacement, deps);
    isNew = decided.ok && decided.value !== null;
    return decided;
  });
  if (!issued.ok) return issued;
  const ended = await changeCard(cards, shop, old.number, toEnd(replacement, deps));
  if (ended.ok) return issued;
  if (isNew) await changeCard(cards, shop, number, toGiveBack(replacement, deps));
  return ended;
}

function toIssue(card: Card, { old, by, note }: Replacement, { clock }: Deps): ReturnType<DecideCard> {
  const at = clock.now();
  if (card.number === old.number) return refused({ code: 'card_already_issued' });
  if (card.programId !== old.programId) return refused({ code: 'card_of_another_program' });
  const checked = checkReplaceable(old, card, at);
  if (!checked.ok) return checked;
  const { customerId, issuedAt, issuedBy } = old;
  if (card.customerId === customerId) return ok(null);
  return ok({
    fields: { state: 'issued', customerId, issuedAt, issuedBy },
    event: { at, by, kind: 'issued', customerId, note },
  });
}

const toEnd =
  ({ old, number, by, note }: Replacement, { clock }: Deps): DecideCard =>
  (card) => {
    if (card.state === 'replaced') return card.replacedBy === number ? ok(null) : refused({ code: 'card_replaced' });
    if (card.customerId !== old.customerId) return refused({ code: 'changed_meanwhile' });
    return ok({
      fields: { state: 'replaced', replacedBy: number },
      event: { at: clock.now(), by, kind: 'replaced', customerId: card.customerId, note },
    });
  };

const toGiveBack =
  ({ old, by }: Replacement, { clock }: Deps): DecideCard =>
  (card) =>
    ok(
      card.state !== 'issued' || card.customerId !== old.customerId
        ? null
        : {
            fields: { state: 'emitted', customerId: null, issuedAt: null, issuedBy: null },
            event: { at: clock.now(), by, kind: 'emitted', customerId: null, note: '' },
          },
    );
