import type {
  ClubAccountRowView,
  ClubAccountSumView,
  ClubAccountView,
  ClubView,
} from '../../../shared/contract/club.ts';
import { monthLater } from '../../../shared/domain/calendar/day.ts';
import { keeperOf } from '../../../shared/domain/club/club.ts';
import { type MonthName, monthOf } from '../../../shared/domain/club/visit.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { VisitSum } from '../../app/ports/club-store.ts';
import type { Shop } from '../../app/ports/shop-store.ts';
import type { HttpDeps } from '../deps.ts';
import { percentText } from './percent-text.ts';

type Deps = Pick<HttpDeps, 'clock'> & { readonly stores: Pick<HttpDeps['stores'], 'clubs' | 'shops'> };

/** What shops call themselves, and their money. One that is no longer there is called by its address. */
async function shopsOf({ stores }: Deps, ids: readonly ShopId[]): Promise<ReadonlyMap<ShopId, Shop>> {
  const known = await Promise.all(ids.map((id) => stores.shops.find(id)));
  return new Map(known.flatMap((shop) => (shop === null ? [] : [[shop.id, shop] as const])));
}

/** The club as the merchant sees it: who is in it, what each gives, and which invitations are open. */
export async function loadClubView(deps: Deps, shop: ShopId): Promise<ClubView> {
  const { clubs } = deps.stores;
  const members = await clubs.members(shop);
  const own = members.find((member) => member.shop === shop);
  if (own === undefined) return { club: null };
  const [known, invitations] = await Promise.all([
    shopsOf(
      deps,
      members.map((member) => member.shop),
    ),
    clubs.invitations(shop, deps.clock.now()),
  ]);
  return {
    club: {
      name: own.clubName,
      joinedAt: own.joinedAt,
      guestPercent: percentText(own.guestBp),
      isKeeper: keeperOf(members) === shop,
      members: members.map((member) => ({
        shop: member.shop,
        name: known.get(member.shop)?.name ?? member.shop,
        joinedAt: member.joinedAt,
        guestBp: member.guestBp,
        isOwn: member.shop === shop,
      })),
      invitations: invitations.map(({ id, createdAt, expiresAt }) => ({ id, createdAt, expiresAt })),
    },
  };
}

const MONTHS_MAX = 36;

/** Months from the one of an instant up to the present one, the newest first. */
function monthsSince(from: Instant, now: Instant, timeZone: string): readonly MonthName[] {
  const first = monthOf(from, timeZone);
  const months: MonthName[] = [];
  let month = monthOf(now, timeZone);
  while (month >= first && months.length < MONTHS_MAX) {
    months.push(month);
    const before = monthLater({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }, -1);
    month = `${before.year}-${String(before.month).padStart(2, '0')}`;
  }
  return months;
}

const sumOf = (sum: VisitSum | undefined): ClubAccountSumView => ({
  purchases: sum?.purchases ?? 0,
  amountMinor: sum?.amountMinor ?? 0,
  discountMinor: sum?.discountMinor ?? 0,
});

/** What a month came to between this shop and each other one, both ways; also with shops that have left since. */
export async function loadAccount(deps: Deps, shop: Shop, asked: MonthName): Promise<ClubAccountView> {
  const { clubs } = deps.stores;
  const now = deps.clock.now();
  const month = asked === '' ? monthOf(now, shop.timeZone) : asked;
  const [own, members, here, there] = await Promise.all([
    clubs.part(shop.id),
    clubs.members(shop.id),
    clubs.visitsHere(shop.id, month),
    clubs.visitsElsewhere(shop.id, month),
  ]);
  const others = new Set([...members.map((member) => member.shop), ...[...here, ...there].map(({ other }) => other)]);
  others.delete(shop.id);
  const known = await shopsOf(deps, [...others]);
  const rows = [...others].map(
    (other): ClubAccountRowView => ({
      shop: other,
      name: known.get(other)?.name ?? other,
      here: sumOf(here.find((sum) => sum.other === other)),
      there: { ...sumOf(there.find((sum) => sum.other === other)), currency: known.get(other)?.currency ?? '' },
    }),
  );
  return { month, months: monthsSince(own?.joinedAt ?? now, now, shop.timeZone), rows };
}
