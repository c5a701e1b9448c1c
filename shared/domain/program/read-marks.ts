import type { ProductId } from '../ids.ts';
import type { OfferGives } from '../offer/offer.ts';
import type { ProgramDraft } from './draft.ts';
import type { MarkReward, Marks } from './program.ts';
import { MARKS, readCount, readPercent, type Say } from './read-typed.ts';
import { readUnused } from './read-unused.ts';

export const LISTED_MAX = 50;
const REWARDS_MAX = 20;
const ID_MAX = 64;

type TypedReward = ProgramDraft['markRewards'][number];

/** A product's id as Shopify or a file has it; null: there is none. */
function readProduct(typed: string): ProductId | null {
  const id = typed.trim();
  return id === '' || id.length > ID_MAX ? null : (id as ProductId);
}

/** Where every purchase sets a mark there is no list. */
function readProducts({ markProducts, markPer }: ProgramDraft, say: Say): readonly ProductId[] {
  if (markPer === 'purchase') return [];
  const products = markProducts.flatMap((typed) => readProduct(typed) ?? []);
  if (products.length === 0) say('markProducts', { code: 'products_missing' });
  if (products.length > LISTED_MAX) say('markProducts', { code: 'products_too_many', facts: { max: LISTED_MAX } });
  if (new Set(products).size < products.length) say('markProducts', { code: 'product_twice' });
  return products;
}

function readGives(typed: TypedReward, path: string, say: Say): readonly OfferGives[] {
  const gives: OfferGives[] = [];
  if (typed.gives !== 'gift') {
    gives.push({ kind: 'percent', discountBp: readPercent(typed.percent, `${path}.percent`, say) });
  }
  if (typed.gives !== 'percent') {
    const productId = readProduct(typed.gift);
    if (productId === null) say(`${path}.gift`, { code: 'gift_missing' });
    else gives.push({ kind: 'gift', productId });
  }
  return gives;
}

const readReward = (typed: TypedReward, i: number, say: Say): MarkReward => ({
  marks: readCount(typed.marks, `markRewards.${i}.marks`, say, MARKS),
  gives: readGives(typed, `markRewards.${i}`, say),
});

/**
 * Rewards ask for more and more marks, and for none that the list cannot give: once for each product there are as many
 * marks as products. Where rewards spend their marks, the top one may need that the others are left alone.
 */
function checkRewards({ rewards, products, per }: Omit<Marks, 'kind'>, say: Say): void {
  for (const [i, { marks }] of rewards.entries()) {
    const below = rewards[i - 1];
    const path = `markRewards.${i}.marks`;
    if (below !== undefined && marks <= below.marks) say(path, { code: 'marks_must_rise', facts: { reward: i } });
    if (per === 'product' && products.length > 0 && marks > products.length)
      say(path, { code: 'marks_out_of_reach', facts: { products: products.length } });
  }
}

/** Reads the fields of rules 2.6: the listed products, what sets a mark, and the rewards. */
export function readMarks(draft: ProgramDraft, say: Say): Marks {
  if (draft.markRewards.length === 0) say('markRewards', { code: 'rewards_missing' });
  if (draft.markRewards.length > REWARDS_MAX)
    say('markRewards', { code: 'rewards_too_many', facts: { max: REWARDS_MAX } });
  const mechanic: Omit<Marks, 'kind'> = {
    products: readProducts(draft, say),
    per: draft.markPer,
    rewards: draft.markRewards.map((typed, i) => readReward(typed, i, say)),
    lower: draft.markLower,
    ...readUnused(draft, say),
  };
  if (mechanic.rewards.every(({ marks }) => marks > 0)) checkRewards(mechanic, say);
  return { kind: 'marks', ...mechanic };
}
