import type { TillCardView } from '../../../shared/contract/till.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { readScan } from '../../app/instrument/read-scan.ts';
import { fullName } from '../admin/full-name.ts';
import { standingViews } from '../admin/standing.view.ts';
import type { HttpDeps } from '../deps.ts';
import { loadNotes } from '../note.load.ts';
import { prizesWaiting } from './prizes-waiting.ts';

/** A cashier reads the newest; all of them are on the customer's page. */
const NOTES_MAX = 5;

/** What the till shows of a card: whose it is, what is owed, and what was won and waits. */
export async function loadTillCard(deps: HttpDeps, shop: ShopId, card: Card): Promise<TillCardView> {
  const { customers, programs, standings } = deps.stores;
  const { customerId } = card;
  const [program, versions, customer, stored, prizes, notes] = await Promise.all([
    programs.find(shop, card.programId),
    programs.allVersions(shop),
    customerId === null ? null : customers.find(shop, customerId),
    customerId === null ? null : standings.find(shop, customerId),
    prizesWaiting(deps, shop, card),
    customerId === null ? [] : loadNotes(deps, shop, customerId, NOTES_MAX),
  ]);
  return {
    number: card.number,
    state: card.state,
    programName: program?.name ?? '',
    customerId,
    customerName: customer === null ? null : fullName(customer),
    shopifyCustomerId: customer?.shopifyCustomerIds[0] ?? null,
    standings: standingViews(stored?.standing.standings ?? [], versions),
    prizes,
    notes: notes.find(({ programId }) => programId === card.programId) ?? null,
    club: null,
  };
}

/** A card of another shop of the club, of whose holder nothing is known here; null: no card of theirs either. */
export async function loadPartnerCard(
  { useCases }: Pick<HttpDeps, 'useCases'>,
  shop: ShopId,
  typed: string,
): Promise<TillCardView | null> {
  const partner = await useCases.findPartnerCard(shop, typed);
  const number = readScan(typed);
  if (partner === null || number === null) return null;
  const { clubName, shopName, discountBp } = partner;
  return {
    number,
    state: 'issued',
    programName: clubName,
    customerId: null,
    customerName: null,
    shopifyCustomerId: null,
    standings: [],
    prizes: [],
    notes: null,
    club: { name: clubName, shopName, discountBp },
  };
}
