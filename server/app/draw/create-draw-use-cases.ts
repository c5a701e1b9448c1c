import type { Advance } from '../standing/advance-standing.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { createCancelDraw } from './cancel-draw.ts';
import { createCheckDraw } from './check-draw.ts';
import { createCloseDraws } from './close-draws.ts';
import { createDrawPrizes } from './draw-prizes.ts';
import { createHandOverPrize } from './hand-over-prize.ts';
import { createOpenDraw } from './open-draw.ts';
import { createReadTerms } from './read-terms.ts';
import { createTellWinners } from './tell-winners.ts';

type DrawUseCases = Pick<
  UseCases,
  'checkDraw' | 'openDraw' | 'closeDraws' | 'drawPrizes' | 'cancelDraw' | 'handOverPrize'
>;

/** Prize draws among holders (product D7, decision 0062). */
export function createDrawUseCases(deps: UseCaseDeps, advance: Advance): DrawUseCases {
  const readTerms = createReadTerms(deps);
  const tellWinners = createTellWinners(deps, advance);
  return {
    checkDraw: createCheckDraw(deps, readTerms),
    openDraw: createOpenDraw(deps, readTerms),
    closeDraws: createCloseDraws(deps, tellWinners),
    drawPrizes: createDrawPrizes(deps, tellWinners),
    cancelDraw: createCancelDraw(deps),
    handOverPrize: createHandOverPrize(deps, tellWinners),
  };
}
