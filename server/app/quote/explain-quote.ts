import { explainQuote } from '../../../shared/domain/explanation/explain-quote.ts';
import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import { cardThen } from '../../../shared/domain/instrument/card-then.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { sumJournal } from '../../../shared/domain/journal/sum.ts';
import type { Claim } from '../../../shared/domain/quote/quote.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { CustomerFacts } from '../ports/fact-store.ts';
import type { Stores } from '../ports/stores.ts';
import { readRedeemed } from '../reward/read-redeemed.ts';
import { heldCards } from '../standing/held-cards.ts';
import { isNobody } from '../standing/read-facts.ts';
import { withReferred } from '../standing/referred-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { AT_A_TILL } from './at-a-till.ts';
import { cartLine } from './cart-line.ts';
import { findQuotedHolder } from './find-quoted-holder.ts';
import type { AskWhy, QuoteWhy } from './quote-use-cases.ts';
import { isOver } from './standing-now.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'>;

/** Why a cart is quoted as it is, now or at the instant of an old quote; asks the facts, writes nothing. */
export function createExplainQuote(deps: Deps): UseCases['explainQuote'] {
  const { stores, clock } = deps;
  return async (shop, asked) => {
    const at = asked.at ?? clock.now();
    const customerId = await whoseCart(deps, shop, asked, clock.now());
    const [found, known] = await Promise.all([
      customerId === null ? null : stores.facts.of(shop, customerId),
      stores.shops.find(shop),
    ]);
    if (customerId === null || found === null || known === null || isNobody(found.customer))
      return refused({ code: 'unknown_customer' });
    const { purchases, referred, cards, manual, versions, uses, terms } = found;
    const redeemed = await readRedeemed(stores, shop, uses, purchases);
    const held = heldCards(cards.map((card) => cardThen(card, at)));
    const owedCounts = asked.owedCounts ?? terms?.owedCounts ?? false;
    const facts = { purchases, cards: held, manual, redeemed, ...withReferred(referred, cards), owedCounts };
    const { floorOn, marginBp: ofNow } = known.settings;
    const marginBp = asked.marginBp === undefined ? (floorOn ? ofNow : null) : asked.marginBp;
    const floor = { floorOn: marginBp !== null, marginBp: marginBp ?? 0 };
    const lines = asked.lines.map((line) => ({ ...cartLine(line, floor), isGiftCard: line.isGiftCard }));
    const explained = explainQuote(versions, facts, lines, { at, place: asked.place ?? AT_A_TILL });
    const promised = asked.sequence === null ? null : await promisedBy(stores, shop, customerId, asked.sequence);
    const counted = explained.programs.filter(({ keptBeside }) => keptBeside === null);
    const basis = {
      at,
      sequence: asked.sequence ?? (asked.at === null ? sequenceNow(found, at) : null),
      ...{ marginBp, owedCounts },
      versions: counted.map(({ version: { programId, version } }) => ({ programId, version })),
    };
    return ok({ ...explained, customerId, basis, promised, isAsThen: isAsThen(explained, promised) });
  };
}

/** The journal's last entry, which says what is owed now; null: time alone has changed that since. */
const sequenceNow = ({ copy, last }: Pick<CustomerFacts, 'copy' | 'last'>, now: Instant): number | null =>
  last === null || (copy !== null && isOver(copy, now)) ? null : last.sequence;

async function whoseCart(deps: Deps, shop: ShopId, { holder }: AskWhy, now: number): Promise<CustomerId | null> {
  if (holder.kind === 'known') return holder.customerId;
  return (await findQuotedHolder(deps, shop, holder, now))?.named.id ?? null;
}

const PAGE = 500;

/** What the journal had said by an entry, added up from its first one. */
async function promisedBy(
  { journal }: Pick<Stores, 'journal'>,
  shop: ShopId,
  customerId: CustomerId,
  sequence: number,
): Promise<readonly Claim[]> {
  const entries: JournalEntry[] = [];
  for (let before: number | null = sequence + 1; before !== null; ) {
    const page: readonly JournalEntry[] = await journal.page(shop, customerId, before, PAGE);
    entries.push(...page);
    before = page.length === PAGE ? (page.at(-1)?.sequence ?? null) : null;
  }
  return [...sumJournal(entries)]
    .filter(([, { takesPart, discount }]) => takesPart && discount > 0)
    .map(([programId, { discount }]) => ({ programId, discountBp: discount }))
    .sort((a, b) => (a.programId < b.programId ? -1 : 1));
}

/** What the facts say now of that instant, beside what was promised then. */
function isAsThen({ programs }: Pick<QuoteWhy, 'programs'>, promised: QuoteWhy['promised']): boolean {
  if (promised === null) return true;
  const now = programs.map(({ standing }) => (standing.takesPart ? standing.discountBp : 0));
  return Math.max(0, ...now) === Math.max(0, ...promised.map(({ discountBp }) => discountBp));
}
