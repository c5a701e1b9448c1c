import type { mongo } from 'mongoose';
import { encodeCard } from '../../server/storage/card/card.codec.ts';
import { encodeClubPart, encodeInvitation } from '../../server/storage/club/club.codec.ts';
import { DERIVE, encodeFigures, encodeNewCustomer } from '../../server/storage/customer/customer.codec.ts';
import { encodeDraw, encodeLot } from '../../server/storage/draw/draw.codec.ts';
import { encodeDelivery } from '../../server/storage/inbox/inbox-item.codec.ts';
import { encodeJournalEntry } from '../../server/storage/journal/journal-entry.codec.ts';
import { encodeRefund, encodeSnapshot } from '../../server/storage/purchase/purchase.codec.ts';
import { encodeCode } from '../../server/storage/reward-code/reward-code.codec.ts';
import { encodeSimulation } from '../../server/storage/simulation/simulation.codec.ts';
import { encodeStanding } from '../../server/storage/standing/standing.codec.ts';
import type { InboxId, ShopId } from '../../shared/domain/ids.ts';
import { anOrder, aRefund, cardNumber, customer, order, program, shopper } from '../app/builders.ts';
import { aCode } from '../battery/code-store.battery.ts';
import {
  aBlank,
  aCustomer,
  aCustomerStanding,
  aDelivery,
  anEntry,
  aStored,
  NOW,
  series,
  someFigures,
} from '../battery/samples.ts';
import { aClubPart, anInvitation, aVisit } from '../support/builders/a-club.ts';
import { aDraw, aLot, drawId } from '../support/builders/a-draw.ts';
import { aSimulation } from '../support/builders/a-simulation.ts';

const SURNAMES = ['Koch', 'Berg', 'Thal', 'Zapf', 'Wolf', 'Wolters'];
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function customerRow(i: number): object {
  const surname = SURNAMES[i % SURNAMES.length] ?? null;
  const entered = aCustomer(i, { surname, shopifyCustomerIds: [shopper(i)], state: i % 9 === 0 ? 'check' : 'entered' });
  const figures = someFigures({
    cards: i % 3 === 0 ? [cardNumber(i)] : [],
    spentMinor: i % 4 === 0 ? 0 : i * 10,
    discountBp: i % 50 === 0 ? 100 : 0,
    dueCard: i % 100 === 0 ? [program(1)] : [],
    lastPurchaseAt: i % 2 === 0 ? null : NOW - i,
  });
  return { ...encodeNewCustomer(entered), ...encodeFigures(figures) };
}

function purchaseRow(i: number, customers: number): object {
  const who = (i % customers) + 1;
  const refunds = i % 20 === 0 ? [encodeRefund(aRefund(i, 1))] : [];
  const told = anOrder(i, {
    shopifyCustomerId: shopper(who),
    processedAt: NOW - i * 3_600_000,
    cardNumber: cardNumber(who),
  });
  const base = { orderId: order(i), customerId: customer(who), contested: false, refunds };
  return { ...base, snapshot: encodeSnapshot(told), isTouched: refunds.length > 0 };
}

/** Two codes of everybody: a used one, and one that is live or to be made. */
function codeRow(i: number, customers: number): object {
  const row = encodeCode(
    aCode(i, { customerId: customer((i % customers) + 1), generation: i }),
    `kind ${i % 3}`,
    NOW + i,
  );
  const { dueAt, ...settled } = row;
  if (i > customers) return { ...settled, state: 'live', orders: [order(i)], isUsed: true };
  return i % 10 === 0 ? { ...settled, dueAt } : { ...settled, state: 'live' };
}

const codeRows = (customers: number) => numbers(customers * 2).map((i) => codeRow(i, customers));

function inboxRow(shop: ShopId, i: number): object {
  const id = `inb_${shop.slice(0, 5)}${String(i).padStart(10, '0')}` as InboxId;
  const filed = encodeDelivery(id, aDelivery(`w${i}`, { receivedAt: NOW - i, body: `{"customer":{"id":${i}}}` }));
  if (i % 4 === 0) return filed;
  const { dueAt: _due, ...settled } = filed;
  return { ...settled, state: i % 40 === 1 ? 'failed' : 'done', outcome: 'recorded' };
}

type Fill = (name: string, rows: readonly object[]) => Promise<void>;

/** A club, some invitations, and as many visits in all months of a year. */
async function fillClub(shop: ShopId, count: number, fill: Fill): Promise<void> {
  await fill('club-parts', [encodeClubPart(aClubPart({ joinedAt: NOW }))]);
  await fill(
    'invitations',
    numbers(40).map((i) => encodeInvitation(anInvitation(i, { codeHash: `${shop} ${i}` }))),
  );
  await fill(
    'visits',
    numbers(count).map((i) => ({
      ...aVisit(i, partnerOf(i), `2026-${String((i % 12) + 1).padStart(2, '0')}`, i * 10),
      updatedAt: 1,
      refunds: 0,
    })),
  );
}

/** Some thousand rows of everything that grows, written as the stores write them. */
export async function seedPlans(database: mongo.Db, shop: ShopId, count: number): Promise<void> {
  const fill: Fill = async (name, rows) => {
    await database.collection(name).insertMany(
      rows.map((row) => ({ ...row, shop })),
      { ordered: false },
    );
  };
  const all = numbers(count);
  await fill('customers', all.map(customerRow));
  await database.collection('customers').updateMany({ shop }, [DERIVE]);
  await fill(
    'purchases',
    numbers(count * 2).map((i) => purchaseRow(i, count)),
  );
  await fill(
    'cards',
    all.map((i) => encodeCard(aBlank(i, cardOf(i)))),
  );
  await fill(
    'inbox',
    all.map((i) => inboxRow(shop, i)),
  );
  const given = { kind: 'level_given', programId: program(1), discountBp: 100, note: '' } as const;
  await fill(
    'journal-entries',
    all.flatMap((i) => [
      encodeJournalEntry(anEntry(customer(i), 1, i % 30 === 0 ? { cause: given } : {})),
      encodeJournalEntry(anEntry(customer(i), 2)),
    ]),
  );
  const changing = (i: number) => (i % 10 === 0 ? NOW + i : null);
  await fill(
    'standings',
    all.map((i) => encodeStanding(aStored(i, 2, aCustomerStanding(changing(i))))),
  );
  const waiting = (i: number) => ({ customerId: customer(i), sequence: 2, tries: 0, dueAt: NOW + i, putAt: NOW });
  await fill('entitlement-outbox', all.map(waiting));
  await fillClub(shop, count, fill);
  await fill(
    'draws',
    numbers(count / 10).map((i) =>
      encodeDraw(aDraw(i, { state: i % 10 === 0 ? 'open' : 'cancelled' }), new Uint8Array()),
    ),
  );
  await fill(
    'lots',
    all.map((i) =>
      encodeLot({ drawId: drawId((i % 3) + 1), listId: 'one' }, { lot: aLot(i), customerId: customer(i) }),
    ),
  );
  await fill(
    'simulations',
    numbers(30).map((i) => encodeSimulation(aSimulation(i, { state: 'done', endedAt: NOW, createdAt: NOW + i }))),
  );
  await fill(
    'variantCosts',
    all.map((i) => ({ variantId: String(i), costMinor: i, toldAt: NOW })),
  );
  await fill('reward-codes', codeRows(count));
  const guessed = (i: number) => ({
    bucket: i % 2 ? 'shop' : `address:${i}`,
    windowStartsAt: NOW + i,
    wrong: 1,
    limited: 0,
  });
  await fill(
    'guesses',
    all.map((i) => ({ ...guessed(i), forgetAt: new Date(Date.now() + 86_400_000) })),
  );
}

const partnerOf = (i: number) => (i % 2 === 0 ? 'partner-one' : 'partner-two').concat('.myshopify.com') as ShopId;

const cardOf = (i: number) => ({
  seriesId: series((i % 5) + 1),
  programId: program((i % 2) + 1),
  expiresAt: i % 7 === 0 ? NOW + i : null,
  ...(i % 3 === 0
    ? ({ state: 'issued', customerId: customer(i), issuedAt: NOW, issuedBy: order(i) } as const)
    : { state: 'emitted' as const }),
});
