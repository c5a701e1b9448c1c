import type { Explanation } from '../domain/explanation/explanation.ts';
import type { Fault } from '../domain/fault.ts';
import type { CardEvent, CardState } from '../domain/instrument/card.ts';
import type { JournalEntry } from '../domain/journal/journal.ts';
import type { Mechanic, Window } from '../domain/program/program.ts';
import type { Channel, OrderState } from '../domain/purchase/purchase.ts';
import type { Standing } from '../domain/standing/standing.ts';
import type { ClubRefusalCode } from './club.ts';
import type { CustomerDrawView, DrawRefusalCode } from './draw.ts';
import type { NoteRefusalCode } from './note.ts';
import type { FriendView, HandedOnView } from './referral.ts';
import type { SimulationRefusalCode } from './simulation.ts';

/**
 * What crosses the wire to our own screens. Instants are milliseconds UTC, money is minor units of the shop's currency,
 * ids are text. Every answer but 2xx is a `Refusal`; the page puts its coded faults in words (decision 0045).
 */
export type Refusal = { readonly code: RefusalCode; readonly faults?: readonly Fault[]; readonly errorId?: string };

/** Every code has its sentence in `shared/text/en/refusals.ts` and its status in `server/http`. */
export type RefusalCode =
  | 'faults'
  | 'changed_meanwhile'
  | 'unknown_customer'
  | 'unknown_purchase'
  | 'unknown_program'
  | 'unknown_series'
  | 'unknown_card'
  | 'unknown_delivery'
  | DrawRefusalCode
  | SimulationRefusalCode
  | ClubRefusalCode
  | NoteRefusalCode
  | 'unknown_reward'
  | 'reward_already_used'
  | 'program_ended'
  | 'not_a_card_number'
  | 'card_blocked'
  | 'card_replaced'
  | 'card_expired'
  | 'card_not_issued'
  | 'card_already_issued'
  | 'card_of_another_program'
  | 'card_of_somebody_else'
  | 'body_forgotten'
  // of the transport
  | 'bad_request'
  | 'unauthorized'
  | 'not_found'
  | 'too_large'
  | 'limited'
  | 'unavailable'
  | 'internal';

// GET /api/shop — what every screen needs
export type ShopView = {
  readonly shop: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly pricesIncludeTax: boolean;
  readonly now: number;
};

// GET /api/home
export type HomeView = {
  readonly guide: readonly { readonly step: GuideStep; readonly done: boolean }[];
  readonly figures: {
    readonly customers: number;
    readonly holders: number;
    readonly cardsIssued: number;
    readonly purchases30: number;
    readonly revenue30Minor: number;
    readonly discount30Minor: number;
    readonly byDay: readonly {
      readonly day: string;
      readonly purchases: number;
      readonly revenueMinor: number;
      readonly discountMinor: number;
    }[];
  };
  readonly attention: readonly Attention[];
  readonly imports: readonly ImportView[];
};
export type GuideStep = 'publish_program' | 'emit_cards' | 'import_history' | 'place_card_field' | 'first_purchase';
export type Attention =
  | {
      readonly kind:
        | 'refused_webhooks'
        | 'failed_webhooks'
        | 'card_guessing'
        | 'rewards_used_twice'
        | 'entitlements_waiting'
        | 'customers_to_check'
        | 'cards_due';
      readonly count: number;
      /** There are more than were counted. */
      readonly hasMore?: true;
    }
  | { readonly kind: 'discount_missing' };
export type ImportView = {
  readonly kind: 'customers' | 'orders' | 'costs';
  readonly state: 'running' | 'reading' | 'done' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly why: string | null;
};
// POST /api/imports → ImportView[]   GET /api/imports → ImportView[]

// GET /api/customers?search&states&has&order&after&max — in every query a list is joined by commas, an empty one left
// out
export type CustomerRowView = {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly foreignId: string | null;
  readonly cards: readonly string[];
  readonly spentMinor: number;
  readonly purchases: number;
  readonly discountBp: number;
  readonly lastPurchaseAt: number | null;
  readonly dueCard: boolean;
};
export type CustomerListView = { readonly rows: readonly CustomerRowView[]; readonly nextAfter: string | null };

// POST /api/customers (CustomerForm) → CustomerView;  PUT /api/customers/:id {revision, details}
export type CustomerForm = {
  readonly firstName: string | null;
  readonly patronymic: string | null;
  readonly surname: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: string | null;
  readonly gender: 'female' | 'male' | 'other' | null;
  readonly address: string | null;
  readonly language: string | null;
};
export type CorrectCustomerForm = { readonly revision: number; readonly details: CustomerForm };
// POST /api/customers/:id/archive {archived}
export type ArchiveForm = { readonly archived: boolean };

// GET /api/customers/:id
export type CustomerView = {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly details: CustomerForm;
  readonly revision: number;
  readonly shopifyCustomerIds: readonly string[];
  /** What the system that the shop used before calls them; null: it did not know them. */
  readonly foreignId: string | null;
  readonly emailConsent: { readonly state: string; readonly at: number | null };
  readonly createdAt: number;
  readonly mergedInto: string | null;
  readonly figures: {
    readonly spentMinor: number;
    readonly purchases: number;
    readonly firstPurchaseAt: number | null;
    readonly lastPurchaseAt: number | null;
    /** Usual days between purchases: the median gap; null under three purchases. */
    readonly usualIntervalDays: number | null;
  };
  readonly standings: readonly StandingView[];
  readonly dueCard: readonly { readonly programId: string; readonly programName: string }[];
  /** Draws that have closed, newest first. */
  readonly draws: readonly CustomerDrawView[];
  /** Whom they brought by handing a card on (rules 2.7), newest first. */
  readonly friends: readonly FriendView[];
  readonly sequence: number;
};
export type StandingView = {
  readonly standing: Standing;
  readonly programName: string;
  readonly levelName: string | null;
  readonly nextLevelName: string | null;
  readonly mechanic: Mechanic;
  readonly window: Window;
};

// GET /api/customers/:id/purchases?before → PurchaseListView; returns are the lines of `refunds`
export type PurchaseView = {
  readonly orderId: string;
  readonly name: string;
  readonly processedAt: number;
  readonly channel: Channel;
  readonly locationId: string | null;
  readonly state: OrderState;
  readonly counts: boolean;
  readonly cardNumber: string | null;
  readonly contested: boolean;
  /** It used a reward that another order had used already. */
  readonly conflicting: boolean;
  /** Of a card that was presented as a friend's; null: none was. */
  readonly handedOn: HandedOnView | null;
  readonly amountMinor: number;
  readonly netMinor: number;
  readonly discountMinor: number;
  readonly lines: readonly {
    readonly lineId: string;
    readonly title: string;
    readonly quantity: number;
    readonly items: number;
    readonly amountMinor: number;
    readonly netMinor: number;
    readonly discountMinor: number;
  }[];
  readonly refunds: readonly {
    readonly refundId: string;
    readonly processedAt: number;
    /** What it took away from the purchase, goodwill included. */
    readonly amountMinor: number;
    readonly goodwillMinor: number;
    readonly lines: readonly { readonly title: string; readonly quantity: number }[];
  }[];
};
export type PurchaseListView = { readonly purchases: readonly PurchaseView[]; readonly nextBefore: string | null };

// GET /api/customers/:id/purchases/:orderId/explanation — why the discount of this order is what it is
export type ExplanationView = Explanation;

// GET /api/customers/:id/cards → CardView[]
export type CardView = {
  readonly number: string;
  readonly seriesId: string;
  readonly seriesName: string;
  readonly programId: string;
  readonly programName: string;
  readonly state: CardState;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly issuedAt: number | null;
  readonly replacedBy: string | null;
  readonly expiresAt: number | null;
  readonly history: readonly CardEvent[];
};

// GET /api/customers/:id/journal?before
export type JournalView = {
  readonly entries: readonly JournalEntryView[];
  readonly nextBefore: number | null;
  readonly programNames: Readonly<Record<string, string>>;
};
export type JournalEntryView = Pick<JournalEntry, 'id' | 'sequence' | 'at' | 'asOf' | 'by' | 'cause' | 'changes'> & {
  /** Of the version that held for this entry, by program; a level without a name is ''. */
  readonly levelNames: Readonly<Record<string, readonly string[]>>;
  /** Of the order that a refund belongs to; null: not known any more, or no refund. */
  readonly orderName: string | null;
};

// POST /api/customers/:id/level
export type GiveLevelForm = { readonly programId: string; readonly discountBp: number | null; readonly note: string };

// GET /api/series → SeriesView[]; POST /api/series (EmitForm) → SeriesView
export type SeriesView = {
  readonly id: string;
  readonly programId: string;
  readonly programName: string;
  readonly name: string;
  readonly prefix: string;
  readonly count: number;
  readonly emitted: number;
  readonly issued: number;
  readonly createdAt: number;
  readonly expiresAt: number | null;
};
export type EmitForm = {
  readonly programId: string;
  readonly name: string;
  readonly count: number;
  readonly expiresAt: number | null;
};
// GET /api/cards?seriesId&states&after&max ; GET /api/cards/:number → CardView
export type CardListView = { readonly cards: readonly CardView[]; readonly nextAfter: string | null };
// POST /api/cards/:number/link | replace | block → CardView
export type LinkCardForm = { readonly customerId: string };
export type ReplaceCardForm = { readonly number: string; readonly note: string };
export type BlockCardForm = { readonly blocked: boolean; readonly note: string };

// GET/PUT /api/settings
export type SettingsView = {
  readonly shop: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly pricesIncludeTax: boolean;
  readonly floorOn: boolean;
  readonly marginPercent: string;
  readonly discountMessage: string;
  readonly language: string;
  readonly owedCounts: boolean;
};
export type SettingsForm = Pick<
  SettingsView,
  'floorOn' | 'marginPercent' | 'discountMessage' | 'language' | 'owedCounts'
>;
// POST /api/settings/refresh → SettingsView (reads from Shopify again); POST /api/settings/rotate-key → 204
