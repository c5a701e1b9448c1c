import { expect, it } from '@jest/globals';
import type { ShopId } from '../../shared/domain/ids.ts';
import { order } from '../app/builders.ts';
import {
  clubId as club,
  anInvitation as invitation,
  aClubPart as part,
  aVisit as visit,
} from '../support/builders/a-club.ts';
import { neighbour, type Place } from './place.ts';

export function clubStoreBattery({ stores, shop }: Place): void {
  const clubs = () => stores().clubs;

  it('has a shop in one club at most, and knows who else is in it', async () => {
    expect(await clubs().join(shop(), part())).toBe('joined');
    expect(await clubs().join(shop(), part({ clubId: club(2) }))).toBe('in_one');
    expect(await clubs().members(neighbour)).toEqual([]);
    await clubs().join(neighbour, part({ joinedAt: 2000, guestBp: 0 }));
    expect((await clubs().members(neighbour)).map((member) => [member.shop, member.guestBp])).toEqual([
      [shop(), 500],
      [neighbour, 0],
    ]);
    expect(await clubs().part(shop())).toEqual(part());
  });

  it('changes the shop’s own rule and lets it leave; whoever left is no member, and may join another', async () => {
    await clubs().join(shop(), part());
    await clubs().join(neighbour, part({ joinedAt: 2000 }));
    expect(await clubs().changeRule(shop(), 700)).toBe(true);
    expect(await clubs().leave(shop(), 3000)).toBe(true);
    expect(await clubs().leave(shop(), 4000)).toBe(false);
    expect(await clubs().changeRule(shop(), 100)).toBe(false);
    expect(await clubs().part(shop())).toEqual(part({ guestBp: 700, leftAt: 3000 }));
    expect([await clubs().members(shop()), (await clubs().members(neighbour)).length]).toEqual([[], 1]);
    expect(await clubs().join(shop(), part({ clubId: club(2) }))).toBe('joined');
    expect(await clubs().part(shop())).toEqual(part({ clubId: club(2) }));
  });

  it('gives an invitation to one shop, again and again to the same, and to nobody too late', async () => {
    const now = Date.now();
    await clubs().invite(neighbour, invitation(1));
    await clubs().invite(neighbour, invitation(2, { expiresAt: now - 1 }));
    expect(await clubs().take(shop(), 'hash 2', now)).toBeNull();
    expect(await clubs().take(shop(), 'no hash', now)).toBeNull();
    const taken = { ...invitation(1), expiresAt: expect.any(Number), takenBy: shop(), from: neighbour };
    expect(await clubs().take(shop(), 'hash 1', now)).toEqual(taken);
    expect(await clubs().take(shop(), 'hash 1', now)).toEqual(taken);
    expect(await clubs().take('third.myshopify.com' as ShopId, 'hash 1', now)).toBeNull();
    expect(await clubs().revoke(neighbour, invitation(1).id)).toBe(false);
  });

  it('lists open invitations, the newest first, and takes one back', async () => {
    const now = Date.now();
    for (const id of [1, 2, 3]) await clubs().invite(shop(), invitation(id));
    await clubs().invite(shop(), invitation(4, { expiresAt: now - 1 }));
    expect(await clubs().revoke(neighbour, invitation(2).id)).toBe(false);
    expect(await clubs().revoke(shop(), invitation(2).id)).toBe(true);
    expect((await clubs().invitations(shop(), now)).map(({ id }) => id)).toEqual([invitation(3).id, invitation(1).id]);
    expect(await clubs().invitations(neighbour, now)).toEqual([]);
  });

  it('adds up the visits of a month on both sides, and keeps the newest view of each', async () => {
    const third = 'third.myshopify.com' as ShopId;
    const first = { updatedAt: 1, refunds: 0 };
    await clubs().putVisit(shop(), visit(1, neighbour, '2026-05', 1000), first);
    await clubs().putVisit(shop(), visit(2, neighbour, '2026-06', 500), first);
    await clubs().putVisit(shop(), visit(3, third, '2026-05', 70), first);
    await clubs().putVisit(shop(), visit(1, neighbour, '2026-05', 600), { updatedAt: 2, refunds: 1 });
    await clubs().putVisit(shop(), visit(1, neighbour, '2026-05', 9000), { updatedAt: 2, refunds: 0 });
    expect(await clubs().findVisit(shop(), order(1))).toEqual(visit(1, neighbour, '2026-05', 600));
    expect(await clubs().findVisit(neighbour, order(1))).toBeNull();
    expect(await clubs().visitsHere(shop(), '2026-05')).toEqual([
      { other: neighbour, purchases: 1, amountMinor: 600, discountMinor: 60 },
      { other: third, purchases: 1, amountMinor: 70, discountMinor: 7 },
    ]);
    expect(await clubs().visitsElsewhere(neighbour, '2026-06')).toEqual([
      { other: shop(), purchases: 1, amountMinor: 500, discountMinor: 50 },
    ]);
    expect(await clubs().visitsElsewhere(shop(), '2026-06')).toEqual([]);
  });
}
