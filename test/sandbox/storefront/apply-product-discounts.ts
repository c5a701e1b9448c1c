import { spread } from '../../../shared/domain/money/spread.ts';
import type { Currencies } from '../world/money.ts';
import type { Allocation, Application, DiscountRun, PricedLine } from './apply-output.ts';
import { exactMinor, exactPercent, readExact } from './exact.ts';
import type { ProductCandidate } from './function-output.ts';

type Given = { readonly lineId: string; readonly amountMinor: number };
type Offer = { readonly application: Application; readonly given: readonly Given[] };

/** Each line gets the best product discount that any candidate offers it; the first one where two are equal. */
export function applyProductDiscounts(
  lines: readonly PricedLine[],
  currencies: Currencies,
  runs: readonly DiscountRun[],
): { readonly applications: readonly Application[]; readonly allocations: readonly Allocation[] } {
  const offers = runs.flatMap((run) => offersOf(lines, currencies, run));
  const best = lines.flatMap(({ id }) => bestFor(id, offers));
  const used = offers.filter((offer) => best.some((each) => each.offer === offer));
  return {
    applications: used.map(({ application }) => application),
    allocations: best.map(({ lineId, amountMinor, offer }) => ({
      lineId,
      amountMinor,
      application: used.indexOf(offer),
    })),
  };
}

function bestFor(lineId: string, offers: readonly Offer[]): (Given & { readonly offer: Offer })[] {
  const mine = offers.flatMap((offer) =>
    offer.given.filter((each) => each.lineId === lineId && each.amountMinor > 0).map((each) => ({ ...each, offer })),
  );
  const best = Math.max(...mine.map(({ amountMinor }) => amountMinor));
  return mine.filter(({ amountMinor }) => amountMinor === best).slice(0, 1);
}

function offersOf(lines: readonly PricedLine[], currencies: Currencies, run: DiscountRun): Offer[] {
  return run.operations.flatMap(({ productDiscountsAdd }) => {
    if (productDiscountsAdd == null) return [];
    const { candidates, selectionStrategy } = productDiscountsAdd;
    const open = candidates.filter((each) => isOpen(lines, each));
    const offers = open.map((each) => offerOf(lines, currencies, run, each));
    if (selectionStrategy === 'ALL') return offers;
    if (selectionStrategy === 'FIRST') return offers.slice(0, 1);
    const most = Math.max(...offers.map(worth));
    return offers.filter((offer) => worth(offer) === most).slice(0, 1);
  });
}

const worth = ({ given }: Offer): number => given.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** Whether the cart holds the goods that the candidate asks for. */
const isOpen = (lines: readonly PricedLine[], { prerequisites }: ProductCandidate): boolean =>
  (prerequisites ?? []).every(({ cartLine }) => {
    const line = lines.find(({ id }) => id === cartLine?.id);
    return line !== undefined && line.quantity >= (cartLine?.quantity ?? 0);
  });

type Target = { readonly line: PricedLine; readonly units: number };

function offerOf(
  lines: readonly PricedLine[],
  currencies: Currencies,
  run: DiscountRun,
  candidate: ProductCandidate,
): Offer {
  const targets = targetsOf(lines, candidate);
  const { percentage, fixedAmount } = candidate.value;
  const isAcross = percentage == null && fixedAmount?.appliesToEachItem !== true;
  return {
    application: {
      title: run.code ?? candidate.message ?? run.title,
      code: run.code,
      valueType: percentage == null ? 'fixed_amount' : 'percentage',
      value: String(percentage == null ? fixedAmount?.amount : percentage.value),
      allocationMethod: isAcross ? 'across' : 'each',
      targetSelection: 'entitled',
    },
    given: amountsOf(targets, currencies, candidate).map((amountMinor, i) => {
      const { line, units } = targets[i] as Target;
      return { lineId: line.id, amountMinor: Math.min(amountMinor, units * line.unitMinor) };
    }),
  };
}

/** The lines meant, each once and with no more units than it has. */
function targetsOf(lines: readonly PricedLine[], { targets }: ProductCandidate): Target[] {
  const wanted = new Map(targets.map(({ cartLine }) => [cartLine?.id, cartLine?.quantity ?? null]));
  return lines
    .filter(({ id }) => wanted.has(id))
    .map((line) => ({ line, units: Math.max(0, Math.min(wanted.get(line.id) ?? line.quantity, line.quantity)) }));
}

/** One amount for each target: a percentage of it, an amount for each unit, or one amount spread by value over all. */
function amountsOf(targets: readonly Target[], { presentment }: Currencies, { value }: ProductCandidate): number[] {
  const worths = targets.map(({ line, units }) => units * line.unitMinor);
  const percent = readExact(value.percentage?.value);
  if (percent !== null) return worths.map((amountMinor) => exactPercent(amountMinor, percent));
  const amount = readExact(value.fixedAmount?.amount);
  const minor = amount === null ? 0 : exactMinor(amount, presentment);
  if (value.fixedAmount?.appliesToEachItem === true) return targets.map(({ units }) => units * minor);
  const whole = worths.reduce((sum, each) => sum + each, 0);
  return spread(Math.min(minor, whole), worths);
}
