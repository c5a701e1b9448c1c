import type { Brand } from './brand.ts';

/** The shop's permanent domain, e.g. `demo.myshopify.com`; every stored thing belongs to one. */
export type ShopId = Brand<string, 'ShopId'>;

/** Ours: a prefix and chance. */
export type CustomerId = Brand<string, 'CustomerId'>;
export type ProgramId = Brand<string, 'ProgramId'>;
export type SeriesId = Brand<string, 'SeriesId'>;
export type JournalEntryId = Brand<string, 'JournalEntryId'>;
export type InboxId = Brand<string, 'InboxId'>;
export type DrawId = Brand<string, 'DrawId'>;
export type SimulationId = Brand<string, 'SimulationId'>;
export type ClubId = Brand<string, 'ClubId'>;
export type InvitationId = Brand<string, 'InvitationId'>;
export type NoteId = Brand<string, 'NoteId'>;

/** One reward of one program and customer, the same whoever works it out: which cycle, threshold and choice. */
export type OfferId = Brand<string, 'OfferId'>;

/** What one lot of a draw is called in public, e.g. `K7Q29-XHDM4-PTW3A-1`: opaque, and nobody's outside the shop. */
export type LotNumber = Brand<string, 'LotNumber'>;

/** Shopify's: the number at the end of the gid, as text. */
export type ShopifyCustomerId = Brand<string, 'ShopifyCustomerId'>;
export type OrderId = Brand<string, 'OrderId'>;
export type RefundId = Brand<string, 'RefundId'>;
export type LineId = Brand<string, 'LineId'>;
export type ProductId = Brand<string, 'ProductId'>;
export type VariantId = Brand<string, 'VariantId'>;
export type LocationId = Brand<string, 'LocationId'>;

/** What the system that a shop used before calls a customer: any text, never sent to Shopify (decision 0058). */
export type ForeignCustomerId = Brand<string, 'ForeignCustomerId'>;

/** 13 digits, EAN-13, already checked. */
export type CardNumber = Brand<string, 'CardNumber'>;

/** An instant: milliseconds since 1970 in UTC. Names that hold one end in `At`, or are `asOf`. */
export type Instant = number;

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const OURS = /^(cus|prg|ser|jrn|inb|drw|sim|clb|ivt|nte)_[A-Za-z0-9_-]{10,40}$/;
const SHOPIFYS = /^[0-9]{1,20}$/;

/** Reads a shop's permanent domain; null when it is none. Never believe one that was not signed. */
export const parseShopId = (text: string): ShopId | null => (SHOP.test(text) ? (text as ShopId) : null);

type Ours = {
  cus: CustomerId;
  prg: ProgramId;
  ser: SeriesId;
  jrn: JournalEntryId;
  inb: InboxId;
  drw: DrawId;
  sim: SimulationId;
  clb: ClubId;
  ivt: InvitationId;
  nte: NoteId;
};

/** Reads one of our ids with the prefix asked for; null when it is none. */
export function parseOurId<P extends keyof Ours>(prefix: P, text: string): Ours[P] | null {
  return OURS.test(text) && text.startsWith(`${prefix}_`) ? (text as Ours[P]) : null;
}

type Shopifys = ShopifyCustomerId | OrderId | RefundId | LineId | ProductId | VariantId | LocationId;

/** Reads Shopify's number from a bare number, its text or a `gid://shopify/…/123`; null when it is none. */
export function parseShopifyId<T extends Shopifys>(value: string | number): T | null {
  const text = String(value);
  const bare = text.slice(text.lastIndexOf('/') + 1);
  return SHOPIFYS.test(bare) ? (bare as T) : null;
}
