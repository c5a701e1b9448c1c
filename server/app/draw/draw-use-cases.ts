import type { DrawDraft } from '../../../shared/domain/draw/draft.ts';
import type { Draw, Eligible } from '../../../shared/domain/draw/draw.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { DrawId, LotNumber, ShopId } from '../../../shared/domain/ids.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';

/** What the app can do with prize draws (product D7, decision 0062). */
export type DrawUseCases = {
  /** What is wrong with a draft, and how many it would be among now; `looked` of `customers` were asked for it. */
  readonly checkDraw: (
    shop: ShopId,
    draft: DrawDraft,
  ) => Promise<{
    readonly faults: readonly Fault[];
    readonly eligible: Eligible | null;
  }>;
  readonly openDraw: (
    shop: ShopId,
    draft: DrawDraft,
    by: By,
  ) => Promise<Result<Draw, { readonly code: 'faults'; readonly faults: readonly Fault[] }>>;
  /** Does what the clock has to do for draws; answers for how many. */
  readonly closeDraws: (shop: ShopId) => Promise<number>;
  readonly drawPrizes: (
    shop: ShopId,
    id: DrawId,
    by: By,
  ) => Promise<
    Result<Draw, { readonly code: 'unknown_draw' | 'draw_not_closed' | 'draw_cancelled' | 'draw_without_lots' }>
  >;
  readonly cancelDraw: (
    shop: ShopId,
    id: DrawId,
    note: string,
    by: By,
  ) => Promise<Result<Draw, { readonly code: 'unknown_draw' | 'draw_already_drawn' | 'changed_meanwhile' }>>;
  readonly handOverPrize: (
    shop: ShopId,
    id: DrawId,
    lot: LotNumber,
    by: By,
  ) => Promise<Result<Draw, { readonly code: 'unknown_draw' | 'unknown_lot' | 'prize_handed_over_already' }>>;
};
