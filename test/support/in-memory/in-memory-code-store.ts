import type { CodeState, CodeStore, RewardDiscount, StoredCode } from '../../../server/app/ports/code-store.ts';
import type { CustomerId, Instant } from '../../../shared/domain/ids.ts';
import { type CodeUse, kindOf } from '../../../shared/domain/offer/redeemed.ts';
import { by, groupBy, inRange, type Table, type Tables, update } from './tables.ts';

type Row = StoredCode & {
  readonly madeFor: CustomerId | null;
  readonly creationId: string | null;
  readonly dueAt: Instant | null;
  readonly tries: number;
};

const plain = ({ madeFor: _for, creationId: _id, dueAt: _at, tries: _tries, ...code }: Row): StoredCode => ({
  ...code,
  orders: [...code.orders].sort(),
});

const usesOfCode = ({ code, programId, offerId, marks, gives, orders }: StoredCode): readonly CodeUse[] =>
  orders.map((orderId) => ({ code, programId, offerId, marks, gives, orderId }));

const keyOf = ({ madeFor, programId, offerId, generation }: Row): string =>
  `${madeFor} ${programId} ${offerId} ${generation}`;

const isOpen = ({ state, orders }: Row): boolean => state !== 'gone' && state !== 'unwanted' && orders.length === 0;
const unwanted = (row: Row, now: Instant): Row => ({
  ...row,
  state: 'unwanted',
  dueAt: Math.max(now, row.dueAt ?? 0),
  tries: 0,
});

const kind = ({ programId, gives }: Pick<RewardDiscount, 'programId' | 'gives'>) => kindOf(programId, gives);

const codesAtWork = (codes: Table<Row>): Pick<CodeStore, 'claim' | 'coming' | 'done' | 'failed'> => ({
  claim: async (now, leaseUntil, max) => {
    const due = codes
      .everywhere()
      .flatMap(([shop, row]) => (row.dueAt !== null && row.dueAt <= now ? [{ shop, row, dueAt: row.dueAt }] : []))
      .sort(by(({ dueAt }) => dueAt));
    const [first] = due;
    if (first === undefined) return null;
    const { shop, row } = first;
    const isLike = (each: Row) =>
      kind(each) === kind(row) && each.state === row.state && each.creationId === row.creationId;
    const like = due.filter((each) => each.shop === shop && isLike(each.row)).slice(0, max);
    for (const each of like)
      update(codes, shop, each.row.code, (seen) => ({ ...seen, dueAt: leaseUntil, tries: seen.tries + 1 }));
    const { programId, gives, creationId } = row;
    const state = row.state as Extract<CodeState, 'wanted' | 'coming' | 'unwanted'>;
    const leased = like.map((each) => ({
      code: each.row.code,
      redeemCodeId: each.row.redeemCodeId,
      tries: each.row.tries + 1,
    }));
    return { shop, programId, gives, state, creationId, codes: leased };
  },
  coming: async (shop, many, creationId, lookAt) => {
    const asked = { creationId, dueAt: lookAt, tries: 0 };
    for (const code of many)
      update(codes, shop, code, (row): Row | null => {
        if (row.state === 'unwanted') return { ...row, ...asked };
        return row.state === 'wanted' ? { ...row, ...asked, state: 'coming' } : null;
      });
  },
  done: async (shop, many, state) => {
    const from = state === 'live' ? 'coming' : 'unwanted';
    for (const { code, redeemCodeId } of many)
      update(codes, shop, code, (row) =>
        row.state === from ? { ...row, state, redeemCodeId: redeemCodeId ?? row.redeemCodeId, dueAt: null } : null,
      );
  },
  failed: async (shop, many, notBeforeAt) => {
    for (const code of many)
      update(codes, shop, code, (row) => (row.dueAt === null ? null : { ...row, dueAt: notBeforeAt }));
  },
});

const rewardDiscounts = (
  discounts: Table<RewardDiscount>,
): Pick<CodeStore, 'discounts' | 'enterDiscount' | 'changeDiscount'> => ({
  discounts: async (shop) => discounts.all(shop),
  enterDiscount: async (shop, discount) => {
    const known = discounts.get(shop, kind(discount));
    if (known === undefined) discounts.set(shop, kind(discount), discount);
    return known ?? discount;
  },
  changeDiscount: async (shop, seen, fields) => {
    update(discounts, shop, kind(seen), (known) => ({ ...known, ...fields }));
  },
});

export function createInMemoryCodeStore({ make }: Tables): CodeStore {
  const codes = make<Row>();
  const discounts = make<RewardDiscount>();
  return {
    create: async (shop, many, now) => {
      for (const code of many) {
        const more = {
          madeFor: code.customerId,
          creationId: null,
          redeemCodeId: null,
          orders: [],
          dueAt: now,
          tries: 0,
        };
        const row: Row = { ...code, ...more, state: 'wanted' };
        const isThere = codes.all(shop).some((each) => each.madeFor !== null && keyOf(each) === keyOf(row));
        if (!isThere && codes.get(shop, code.code) === undefined) codes.set(shop, code.code, row);
      }
    },
    ofCustomers: async (shop, ids) =>
      codes
        .all(shop)
        .filter(({ customerId }) => customerId !== null && ids.includes(customerId))
        .map(plain),
    findMany: async (shop, many) => many.flatMap((code) => codes.get(shop, code) ?? []).map(plain),
    usesOf: async (shop, range) => {
      const used = codes.all(shop).filter(({ customerId, orders }) => inRange(customerId, range) && orders.length > 0);
      return new Map(
        [...groupBy(used, ({ customerId }) => customerId)].map(([id, of]) => [id, of.flatMap(usesOfCode)]),
      );
    },
    use: async (shop, code, orderId) => {
      update(codes, shop, code, (row) =>
        row.orders.includes(orderId) ? null : { ...row, orders: [...row.orders, orderId] },
      );
    },
    unwant: async (shop, many, now) => {
      for (const code of many) update(codes, shop, code, (row) => (isOpen(row) ? unwanted(row, now) : null));
    },
    move: async (shop, from, to) => {
      const theirs = codes.all(shop).filter(({ customerId }) => customerId === from);
      for (const row of theirs) codes.set(shop, row.code, { ...row, customerId: to });
      return theirs.length;
    },
    forgetHolder: async (shop, customerId, now) => {
      const theirs = codes.all(shop).filter((row) => row.customerId === customerId);
      for (const row of theirs) {
        const left = isOpen(row) ? unwanted(row, now) : row;
        codes.set(shop, row.code, { ...left, customerId: null, madeFor: null });
      }
      return theirs.length;
    },
    ...codesAtWork(codes),
    ...rewardDiscounts(discounts),
    startAnew: async (shop, now) => {
      for (const discount of discounts.all(shop)) discounts.remove(shop, kind(discount));
      for (const row of codes.all(shop)) {
        const anew = { state: 'wanted', dueAt: now, tries: 0, redeemCodeId: null, creationId: null } as const;
        if (isOpen(row) && row.state !== 'wanted') codes.set(shop, row.code, { ...row, ...anew });
        else if (row.state === 'unwanted') codes.set(shop, row.code, { ...row, state: 'gone', dueAt: null });
      }
    },
  };
}
