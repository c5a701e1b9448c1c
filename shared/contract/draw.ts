import type { DrawDraft } from '../domain/draw/draft.ts';
import type { DrawEvent, DrawState, DrawTerms, Eligible } from '../domain/draw/draw.ts';
import type { Fault } from '../domain/fault.ts';

/** Why something was not done with a draw. */
export type DrawRefusalCode =
  | 'unknown_draw'
  | 'unknown_lot'
  | 'draw_not_closed'
  | 'draw_without_lots'
  | 'draw_already_drawn'
  | 'draw_cancelled'
  | 'prize_handed_over_already';

// GET /api/draws → DrawRowView[], newest first
export type DrawRowView = {
  readonly id: string;
  readonly name: string;
  readonly state: DrawState;
  readonly closesAt: number;
  readonly prizes: number;
  /** How many lots are in it; null: not closed yet. */
  readonly lots: number | null;
  /** Prizes that were won and wait to be handed over. */
  readonly waiting: number;
};
// POST /api/draws/check (DrawForm) → DrawCheckView, changes nothing; POST /api/draws (DrawForm) → DrawView
export type DrawForm = { readonly draft: DrawDraft };
/** `eligible`: among how many it would be now, as far as `looked` of `customers` were asked; null: with faults. */
export type DrawCheckView = {
  readonly faults: readonly Fault[];
  readonly eligible: Eligible | null;
};
// GET /api/draws/:id → DrawView
export type DrawView = Omit<DrawRowView, 'prizes'> & {
  readonly terms: DrawTerms;
  readonly programName: string | null;
  readonly levelName: string | null;
  readonly commitment: string;
  readonly createdAt: number;
  readonly holders: number | null;
  readonly listHash: string | null;
  /** Only once it is drawn. */
  readonly seed: string | null;
  readonly winners: readonly WinnerView[];
  readonly trail: readonly DrawEvent[];
  /** Where everybody may look, without signing in. */
  readonly publicUrl: string;
};
export type WinnerView = {
  readonly prize: string;
  readonly lot: string;
  /** Null: somebody who was erased. */
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly handedOverAt: number | null;
};
// POST /api/draws/:id/draw → DrawView; POST /api/draws/:id/cancel {note}; POST /api/draws/:id/hand-over {lot}
export type CancelDrawForm = { readonly note: string };
export type HandOverPrizeForm = { readonly lot: string };

/** A customer's part in one draw. */
export type CustomerDrawView = {
  readonly drawId: string;
  readonly name: string;
  readonly state: DrawState;
  readonly lots: readonly string[];
  readonly won: readonly { readonly prize: string; readonly lot: string; readonly handedOverAt: number | null }[];
};

/**
 * The public file of a draw, format `regulars-draw-1` (server/files/README.md): what anybody needs to do it over again,
 * and nothing of anybody. What is not known yet is null.
 */
export type DrawFile = {
  readonly format: 'regulars-draw-1';
  readonly state: DrawState;
  readonly terms: string;
  readonly commitment: string;
  readonly closed_at: string | null;
  readonly list_hash: string | null;
  readonly drawn_at: string | null;
  readonly seed: string | null;
  readonly winners: readonly { readonly prize: string; readonly lot: string }[] | null;
  readonly lots: readonly string[] | null;
};
