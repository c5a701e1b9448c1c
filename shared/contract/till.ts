import type { CardState } from '../domain/instrument/card.ts';
import type { StandingView } from './api.ts';
import type { NotesView } from './note.ts';
import type { CartForm, QuoteBasisView } from './quote.ts';

// Till and storefront
// POST /ext/quote (session token of an extension)
export type QuoteForm = {
  readonly cardNumber: string | null;
  readonly shopifyCustomerId: string | null;
  /** Shopify's number of the location that the till is at; null or absent: it does not know. */
  readonly locationId?: string | null | undefined;
  readonly lines: CartForm;
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
  /** What a cap cut away: so much more the percentage would come to. */
  readonly capSavedMinor: number;
  readonly discountBp: number;
  readonly programName: string | null;
  readonly customerName: string | null;
  /** Null: nobody's. */
  readonly basis: QuoteBasisView | null;
  /** The card is a friend's and the customer new (`given`: 'regulars_friend' goes into the cart), or it is theirs. */
  readonly welcome: 'given' | 'yours' | null;
};
// POST /ext/rewards → RewardsView: what the holder may use once on this sale, each with its code
export type RewardLine = {
  readonly id: string;
  readonly quantity: number;
  readonly amountMinor: number;
  /** Shopify's number of the product; null: something the cashier typed. */
  readonly productId: string | null;
  readonly isGiftCard: boolean;
};
export type RewardsForm = {
  readonly cardNumber: string | null;
  readonly shopifyCustomerId: string | null;
  readonly locationId?: string | null | undefined;
  readonly lines: readonly RewardLine[];
};
// POST /proxy/rewards (app proxy signature, which also says who is logged in) → RewardsView
export type CartRewardsForm = {
  /** What a typed card put into the cart. */
  readonly statement: string | null;
  readonly lines: readonly RewardLine[];
};
export type RewardsView = {
  readonly rewards: readonly {
    readonly code: string;
    readonly programName: string;
    readonly gives:
      | { readonly kind: 'percent'; readonly discountBp: number }
      | { readonly kind: 'gift'; readonly productId: string; readonly title: string | null };
    /** What it gives on this cart beyond what the holder gets anyway; 0: nothing, so it is better kept. */
    readonly worthMinor: number;
  }[];
  /** The code that is taken where nobody chooses; null: none gives anything here. */
  readonly best: string | null;
};
// POST /ext/rewards/:code/confirm → ConfirmedRewardView; 409 when it has been used
export type ConfirmRewardForm = Pick<RewardsForm, 'cardNumber' | 'shopifyCustomerId'>;
export type ConfirmedRewardView = { readonly code: string };
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
  /** Dated notes on the holder's cards of this program; null: it keeps none. The newest few. */
  readonly notes: NotesView | null;
  /** A card of another shop of the club, and what it gets here; null: one of this shop. */
  readonly club: { readonly name: string; readonly shopName: string; readonly discountBp: number } | null;
};
export type WonView = { readonly drawId: string; readonly draw: string; readonly prize: string; readonly lot: string };
// POST /ext/cards/:number/notes (NoteForm) → TillCardView
// POST /ext/cards/:number/prize (HandOverWonForm) → TillCardView
export type HandOverWonForm = { readonly drawId: string; readonly lot: string };
// POST /proxy/card {number} (app proxy signature) → 200 always for accepted / not accepted, 429 when limited
export type TypedCardView = {
  readonly accepted: boolean;
  readonly statement: string | null;
  readonly discountBp: number | null;
  /** Only of an accepted card that is owed rewards of the n-th item: items counted, of how many, and rewards ready. */
  readonly rewards?: { readonly progress: number; readonly after: number; readonly ready: number };
  /** Of a card that may be a friend's: a welcome, one's own after all, or what signing in would bring. */
  readonly welcome?: { readonly kind: 'given' | 'yours' } | { readonly kind: 'sign_in'; readonly welcomeBp: number };
};
