import { kindOf } from '../../../shared/domain/offer/redeemed.ts';
import { CODE_BYTES, makeRewardCode } from '../../../shared/domain/offer/reward-code.ts';
import { writeRewardRules } from '../../../shared/domain/offer/reward-rules.ts';
import { AppError } from '../ports/app-error.ts';
import type { CodeWork, RewardDiscount } from '../ports/code-store.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { rewardRulesOf } from './reward-rules-of.ts';

/** What Shopify takes in one call, of any version. */
const AT_ONCE_MAX = 100;
/** Longer than a throttled call may take; a process that dies gives its codes back after it. */
const LEASE_MS = 60_000;
/** Shopify makes a hundred codes in about a second. */
const LOOK_AFTER_MS = 2_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 10 * 60_000;

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'chance' | 'log'>;

/**
 * Makes codes at Shopify and takes them back: what waits longest, up to a hundred of one shop and kind in one call.
 * Every step may be done twice: a code that is there already is ours, since nobody else could have guessed it. Answers
 * how many it took.
 */
export function createPublishCodes(deps: Deps): UseCases['publishCodes'] {
  const { stores, clock } = deps;
  return async () => {
    const now = clock.now();
    const work = await stores.codes.claim(now, now + LEASE_MS, AT_ONCE_MAX);
    if (work === null) return 0;
    const shop = await stores.shops.find(work.shop);
    if (shop === null || shop.state === 'uninstalled') await postpone(deps, work, 'shop_uninstalled');
    else await act(deps, shop, work);
    return work.codes.length;
  };
}

async function act(deps: Deps, shop: Shop, work: CodeWork): Promise<void> {
  try {
    const discount = await ensure(deps, shop, work);
    if (work.state === 'wanted') await make(deps, work, discount);
    else if (work.state === 'unwanted') await takeBack(deps, work, discount);
    else await look(deps, work);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const facts = { shop: shop.id, count: work.codes.length, code: error.code };
    if (error.retryable || error.code === 'shop_uninstalled') deps.log.warn('reward_code.postponed', facts);
    else deps.log.error('reward_code.refused', facts);
    await postpone(deps, work, error.code);
  }
}

/** The discount of the kind, made where there is none. It is entered first, so that a second try finds the first's. */
async function ensure({ stores, admin, chance }: Deps, shop: Shop, work: CodeWork): Promise<string> {
  const { programId, gives } = work;
  const kind = kindOf(programId, gives);
  const isIt = (each: RewardDiscount) => kindOf(each.programId, each.gives) === kind;
  const known = (await stores.codes.discounts(shop.id)).find(isIt);
  if (known !== undefined && known.nodeId !== null) return known.nodeId;
  const rules = rewardRulesOf(shop, gives);
  const seed = makeRewardCode(chance.bytes(CODE_BYTES));
  const blank = { programId, gives, seed, nodeId: null, rules: '' };
  const entered = known ?? (await stores.codes.enterDiscount(shop.id, blank));
  const nodeId = await admin.ensureRewardDiscount(shop.id, entered.seed, rules);
  await stores.codes.changeDiscount(shop.id, entered, { nodeId, rules: writeRewardRules(rules) });
  return nodeId;
}

async function make({ stores, admin, clock }: Deps, { shop, codes }: CodeWork, discount: string): Promise<void> {
  const names = codes.map(({ code }) => code);
  const creationId = await admin.addCodes(shop, discount, names);
  await stores.codes.coming(shop, names, creationId, clock.now() + LOOK_AFTER_MS);
}

/** The codes with what Shopify calls them; null while it is still making them. */
async function named({ admin }: Deps, { shop, codes, creationId }: CodeWork): Promise<CodeWork['codes'] | null> {
  if (creationId === null || codes.every(({ redeemCodeId }) => redeemCodeId !== null)) return codes;
  const made = await admin.addedCodes(shop, creationId);
  if (made === null) return null;
  const idOf = new Map(made.map(({ code, redeemCodeId }) => [code, redeemCodeId]));
  return codes.map((each) => ({ ...each, redeemCodeId: each.redeemCodeId ?? idOf.get(each.code) ?? null }));
}

async function look(deps: Deps, work: CodeWork): Promise<void> {
  const made = await named(deps, work);
  if (made === null) await postpone(deps, work, 'not_made_yet');
  else await deps.stores.codes.done(work.shop, made, 'live');
}

/** Only when it is there: taken back earlier, it would be made afterwards and stay. */
async function takeBack(deps: Deps, work: CodeWork, discount: string): Promise<void> {
  const made = await named(deps, work);
  if (made === null) return postpone(deps, work, 'not_made_yet');
  await deps.admin.removeCodes(work.shop, discount, made);
  await deps.stores.codes.done(work.shop, made, 'gone');
}

async function postpone({ stores, clock }: Deps, { shop, codes }: CodeWork, why: string): Promise<void> {
  const tries = Math.max(...codes.map((each) => each.tries));
  const again = clock.now() + Math.min(RETRY_FIRST_MS * 2 ** Math.min(tries - 1, 20), RETRY_MAX_MS);
  await stores.codes.failed(
    shop,
    codes.map(({ code }) => code),
    again,
    why,
  );
}
