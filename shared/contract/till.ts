import type { CardState } from '../domain/instrument/card.ts';
import type { StandingView } from './api.ts';

// Till and storefront
// POST /ext/quote (session token of an extension)
export type QuoteForm = {
  readonly cardNumber: string | null;
  readonly shopifyCustomerId: string | null;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly amountMinor: number;
    readonly unitCostMinor: number | null;
    readonly isGiftCard: boolean;
  }[];
};
export type QuoteView = {
  readonly lines: readonly {
    readonly id: string;
    readonly discountMinor: number;
    readonly floorSavedMinor: number;
    /** The line's discount is so many rewards of the n-th item, each after so many; null: a percentage. */
    readonly rewards: { readonly after: number; readonly count: number } | null;
  }[];
  readonly totalMinor: number;
  readonly discountBp: number;
  readonly programName: string | null;
  readonly customerName: string | null;
};
// GET /ext/cards/:number → TillCardView; POST /ext/cards/:number/hand-over {customer: CustomerForm} → TillCardView
export type TillCardView = {
  readonly number: string;
  readonly state: CardState;
  readonly programName: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly shopifyCustomerId: string | null;
  readonly standings: readonly StandingView[];
  /** Prizes of draws that the holder of a card in use has won and not been given yet. */
  readonly prizes: readonly WonView[];
  /** A card of another shop of the club, and what it gets here; null: one of this shop. */
  readonly club: { readonly name: string; readonly shopName: string; readonly discountBp: number } | null;
};
export type WonView = { readonly drawId: string; readonly draw: string; readonly prize: string; readonly lot: string };
// POST /ext/cards/:number/prize (HandOverWonForm) → TillCardView
export type HandOverWonForm = { readonly drawId: string; readonly lot: string };
// POST /proxy/card {number} (app proxy signature) → 200 always for accepted / not accepted, 429 when limited
export type TypedCardView = {
  readonly accepted: boolean;
  readonly statement: string | null;
  readonly discountBp: number | null;
  /** Only of an accepted card that is owed rewards of the n-th item: items counted, of how many, and rewards ready. */
  readonly rewards?: { readonly progress: number; readonly after: number; readonly ready: number };
};
