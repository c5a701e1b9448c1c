import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import type { Channel } from '../../../shared/domain/purchase/purchase.ts';
import type { HomeFigures, ReadModels } from '../../app/ports/read-models.ts';
import type { CardDoc } from '../card/card.codec.ts';
import type { CustomerDoc } from '../customer/customer.codec.ts';
import { decodePurchase, type PurchaseDoc } from '../purchase/purchase.codec.ts';
import type { ShopDoc } from '../shop/shop.codec.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { addSums, type DaySum, homeDays, homeFigures, sumOf } from './home-figures.ts';

export type HomeDeps = {
  readonly shops: TenantCollection<ShopDoc>;
  readonly customers: TenantCollection<CustomerDoc>;
  readonly cards: TenantCollection<CardDoc>;
  readonly purchases: TenantCollection<PurchaseDoc>;
};

const CHANNELS: readonly Channel[] = ['web', 'till', 'other'];
const CHANNEL_MAX = 10_000;
const LIVING = ['entered', 'check', 'archived'];

type Counted = DaySum & { readonly _id: Instant };
type Days = ReturnType<typeof homeDays>;

const salesOf = (terms: Terms): ('paid' | 'owed')[] => (terms.owedCounts ? ['paid', 'owed'] : ['paid']);

/** What an order brings, day by day: the sums are in the index, and `boundaries` are the first instants of the days. */
const addUp = (boundaries: readonly Instant[]) => [
  {
    $bucket: {
      groupBy: '$snapshot.processedAt',
      boundaries,
      output: {
        purchases: { $sum: '$snapshot.sum.purchases' },
        revenueMinor: { $sum: '$snapshot.sum.revenueMinor' },
        discountMinor: { $sum: '$snapshot.sum.discountMinor' },
      },
    },
  },
];

/** Key figures of the home page. */
export function createHome(deps: HomeDeps): Pick<ReadModels, 'home' | 'purchasesByChannel'> {
  const { shops, customers, cards, purchases } = deps;
  const termsOf = async (shop: ShopId): Promise<Terms> => {
    const doc = await shops.findOne(shop, {}, { projection: { 'settings.owedCounts': 1 } });
    return { owedCounts: doc?.settings.owedCounts ?? false };
  };
  const made = (terms: Terms, processedAt: object) => ({
    'snapshot.sale': { $in: salesOf(terms) },
    'snapshot.channel': { $in: [...CHANNELS] },
    'snapshot.processedAt': processedAt,
  });
  const sumsOf = async (shop: ShopId, days: Days, now: Instant): Promise<ReadonlyMap<Instant, DaySum>> => {
    const terms = await termsOf(shop);
    const starts = days.map(({ startsAt }) => startsAt);
    const query = made(terms, { $gte: starts[0] ?? now, $lte: now });
    const whole = await purchases.aggregate<Counted>(
      shop,
      { ...query, isTouched: false },
      addUp([...starts, Number.MAX_SAFE_INTEGER]),
      { hint: 'home' },
    );
    const sums = new Map(whole.map(({ _id, ...sum }) => [_id, sum]));
    const touched = purchases.find(shop, { ...query, isTouched: true }, { hint: 'home' });
    for await (const doc of touched) {
      const day = starts.findLast((startsAt) => startsAt <= (doc.snapshot?.processedAt ?? 0));
      const sum = sumOf(decodePurchase(doc), now, terms);
      const known = day === undefined ? undefined : sums.get(day);
      if (day !== undefined) sums.set(day, known === undefined ? sum : addSums(known, sum));
    }
    return sums;
  };
  const countAll = async (count: (state: string) => Promise<number>): Promise<number> =>
    (await Promise.all(LIVING.map(count))).reduce((sum, one) => sum + one, 0);
  return {
    home: async (shop, timeZone, now): Promise<HomeFigures> => {
      const days = homeDays(timeZone, now);
      const [all, holders, cardsIssued, sums] = await Promise.all([
        countAll((state) => customers.count(shop, { lists: state })),
        countAll((state) => customers.count(shop, { lists: `${state}:card` })),
        cards.count(shop, { state: 'issued' }),
        sumsOf(shop, days, now),
      ]);
      return homeFigures({ customers: all, holders, cardsIssued }, days, sums);
    },
    purchasesByChannel: async (shop, since) => {
      const terms = await termsOf(shop);
      const counting = CHANNELS.map((channel) =>
        purchases.count(
          shop,
          { ...made(terms, { $gte: since }), 'snapshot.channel': channel },
          { limit: CHANNEL_MAX, hint: 'home' },
        ),
      );
      const [web = 0, till = 0, other = 0] = await Promise.all(counting);
      return { web, till, other };
    },
  };
}
