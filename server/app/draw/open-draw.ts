import { commitmentOf, writeTerms } from '../../../shared/domain/draw/commitment.ts';
import type { Draw } from '../../../shared/domain/draw/draw.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { hexChance } from './hex-chance.ts';
import type { ReadTerms } from './read-terms.ts';

const SEED_BYTES = 32;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'chance' | 'hashing' | 'log'>;

/** Opens a draw: from here on its terms stand, and its commitment says that the seed exists already. */
export function createOpenDraw(deps: Deps, readTerms: ReadTerms): UseCases['openDraw'] {
  const { stores, clock, ids, chance, hashing, log } = deps;
  return async (shop, draft, by) => {
    const read = await readTerms(shop, draft);
    if (!read.ok) return refused({ code: 'faults', faults: read.error.faults });
    const id = ids.draw();
    const seed = hexChance(chance, SEED_BYTES);
    const createdAt = clock.now();
    const termsText = writeTerms(id, shop, read.value);
    const draw: Draw = {
      id,
      terms: read.value,
      termsText,
      commitment: commitmentOf(hashing, seed, termsText),
      state: 'open',
      createdAt,
      closed: null,
      drawn: null,
      isTold: false,
      trail: [{ at: createdAt, by, kind: 'opened', lot: null, note: '' }],
      revision: 0,
    };
    await stores.draws.create(shop, draw, seed);
    log.info('draw.opened', { shop, draw: id, by });
    return ok(draw);
  };
}
