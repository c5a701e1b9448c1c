import { spread } from '../../../shared/domain/money/spread.ts';
import { type Currencies, toPresentment } from '../world/money.ts';
import type { Allocation, Application, DiscountRun } from './apply-output.ts';
import { exactMinor, exactPercent, readExact } from './exact.ts';
import type { OrderCandidate } from './function-output.ts';

/** What is left of a line after the product discounts. */
type Rest = { readonly id: string; readonly quantity: number; readonly amountMinor: number };
type Offer = { readonly application: Application; readonly given: readonly Omit<Allocation, 'application'>[] };

/** At most one order discount, the best of those offered, spread over the lines it counts by value. */
export function applyOrderDiscounts(
  lines: readonly Rest[],
  currencies: Currencies,
  runs: readonly DiscountRun[],
): { readonly applications: readonly Application[]; readonly allocations: readonly Allocation[] } {
  const offers = runs.flatMap((run) => offersOf(lines, currencies, run)).filter((offer) => worth(offer) > 0);
  const best = bestOf(offers);
  if (best === undefined) return { applications: [], allocations: [] };
  const allocations = best.given.filter(({ amountMinor }) => amountMinor > 0);
  return { applications: [best.application], allocations: allocations.map((each) => ({ ...each, application: 0 })) };
}

const worth = ({ given }: Offer): number => given.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

function bestOf(offers: readonly Offer[]): Offer | undefined {
  const most = Math.max(...offers.map(worth));
  return offers.find((offer) => worth(offer) === most);
}

function offersOf(lines: readonly Rest[], currencies: Currencies, run: DiscountRun): Offer[] {
  return run.operations.flatMap(({ orderDiscountsAdd }) => {
    if (orderDiscountsAdd == null) return [];
    const { candidates, selectionStrategy } = orderDiscountsAdd;
    const open = candidates.filter((each) => isOpen(lines, currencies, each));
    const offers = open.map((each) => offerOf(lines, currencies, run, each));
    const chosen = selectionStrategy === 'FIRST' ? offers[0] : bestOf(offers);
    return chosen === undefined ? [] : [chosen];
  });
}

function offerOf(lines: readonly Rest[], currencies: Currencies, run: DiscountRun, candidate: OrderCandidate): Offer {
  const excluded = new Set(candidate.targets.flatMap(({ orderSubtotal }) => orderSubtotal?.excludedCartLineIds ?? []));
  const counted = lines.filter(({ id }) => !excluded.has(id));
  const worths = counted.map(({ amountMinor }) => amountMinor);
  const whole = worths.reduce((sum, each) => sum + each, 0);
  const percent = readExact(candidate.value.percentage?.value);
  const amount = readExact(candidate.value.fixedAmount?.amount);
  const wanted =
    percent !== null ? exactPercent(whole, percent) : amount === null ? 0 : exactMinor(amount, currencies.presentment);
  const shares = spread(Math.min(wanted, whole), worths);
  return {
    application: {
      title: run.code ?? candidate.message ?? run.title,
      code: run.code,
      valueType: percent === null ? 'fixed_amount' : 'percentage',
      value: String(candidate.value.percentage?.value ?? candidate.value.fixedAmount?.amount),
      allocationMethod: 'across',
      targetSelection: 'entitled',
    },
    given: counted.map(({ id }, i) => ({ lineId: id, amountMinor: shares[i] ?? 0 })),
  };
}

/** Conditions speak in the shop's currency, whatever the shopper pays in. */
function isOpen(lines: readonly Rest[], currencies: Currencies, { conditions }: OrderCandidate): boolean {
  const atLeast = (counted: readonly Rest[], minimum: unknown): boolean => {
    const exact = readExact(minimum);
    const inShop = exact === null ? 0 : exactMinor(exact, currencies.shop);
    const needed = toPresentment(inShop, currencies);
    return counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0) >= needed;
  };
  return (conditions ?? []).every(({ orderMinimumSubtotal, cartLineMinimumSubtotal, cartLineMinimumQuantity }) => {
    if (orderMinimumSubtotal != null) {
      const { excludedCartLineIds, minimumAmount } = orderMinimumSubtotal;
      return atLeast(
        lines.filter(({ id }) => !excludedCartLineIds.includes(id)),
        minimumAmount,
      );
    }
    if (cartLineMinimumSubtotal != null) {
      const { ids, minimumAmount } = cartLineMinimumSubtotal;
      return atLeast(
        lines.filter(({ id }) => ids.includes(id)),
        minimumAmount,
      );
    }
    const { ids, minimumQuantity } = cartLineMinimumQuantity ?? { ids: [], minimumQuantity: 0 };
    const units = lines.filter(({ id }) => ids.includes(id)).reduce((sum, { quantity }) => sum + quantity, 0);
    return units >= minimumQuantity;
  });
}
