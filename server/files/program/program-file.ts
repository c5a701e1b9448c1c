import { z } from 'zod';
import { SCOPE_MAX } from '../../../shared/domain/program/read-scope.ts';
import { LOCATIONS_MAX } from '../../../shared/domain/program/read-where.ts';

const AMOUNT = 'write an amount as text in units of the currency, such as "500.00"';
const PERCENT = 'write a percentage as text, such as "7.5"';
const CURRENCY = 'write a currency as its three capital letters, such as "EUR"';
const MECHANIC =
  'this is no mechanic that programs of version 1 know: ' +
  'write one of kind "fixed", "levels", "nth_item", "step_up" or "marks"';

const amount = (says: string) =>
  z
    .string(AMOUNT)
    .regex(/^\d{1,13}(\.\d{1,3})?$/, AMOUNT)
    .describe(`${says} A decimal in units of the currency, as text: "500.00" is five hundred.`);

const percent = (says: string) =>
  z
    .string(PERCENT)
    .regex(/^\d{1,3}(\.\d{1,2})?$/, PERCENT)
    .describe(`${says} A decimal as text, with at most two decimals: "7.5" is 7.5 %. Above 0 and up to 100.`);

const count = (says: string, max: number) => z.int().min(1).max(max).describe(says);

const membership = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everyone') }).describe('Every customer takes part from the first purchase on.'),
    z
      .strictObject({
        kind: z.literal('card'),
        from: amount('The card is handed over at the first single purchase of at least this; "0" is every buyer.'),
        earlier: z
          .enum(['ignored', 'count'])
          .default('ignored')
          .describe('Whether purchases before the one that gave the card count.'),
      })
      .describe('Who got a card takes part.'),
  ])
  .default({ kind: 'everyone' })
  .describe('Who takes part.');

const window = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['lifetime', 'calendar_year', 'card_year']) }),
    z.strictObject({ kind: z.literal('rolling_days'), days: count('Days of 24 hours.', 3650) }),
    z.strictObject({ kind: z.literal('rolling_months'), months: count('Months of the calendar.', 120) }),
  ])
  .default({ kind: 'lifetime' })
  .describe('Which purchases are added up. Years and months are counted in the time zone of the program.');

const PRODUCT = 'name a product as the orders do, as text, such as "8001"';

const products = (says: string) =>
  z
    .array(z.string(PRODUCT).min(1, PRODUCT).max(60, PRODUCT))
    .max(SCOPE_MAX)
    .describe(`${says} As product_id of the orders names them.`);

const scope = z
  .strictObject({
    products: products('Only these products; without the list, all of them.').min(1).optional(),
    excluded: products('Never these products.').default([]),
  })
  .optional()
  .describe('Which goods the program is about: only lines of them count and get something. Without it, all goods.');

const where = z
  .strictObject({
    channels: z
      .array(z.enum(['web', 'till']))
      .min(1)
      .optional()
      .describe('Only over these channels; without the list, all of them.'),
    locations: z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(LOCATIONS_MAX)
      .optional()
      .describe('Of tills, only those at these locations, as location_id of the orders names them.'),
  })
  .optional()
  .describe(
    'Where the program holds: what is bought elsewhere neither counts nor gets anything. Without it, everywhere.',
  );

const level = z
  .strictObject({
    name: z.string().max(80).optional().describe('What people call it; "Level 1" and so on where it has no name.'),
    fromSpent: amount('Reached at this total.').optional(),
    fromPurchases: count('Reached at this number of purchases.', 100_000).optional(),
    percent: percent('What the next purchases get off.'),
  })
  .describe('At least one of fromSpent and fromPurchases is given.');

const fixed = z
  .strictObject({ kind: z.literal('fixed'), percent: percent('Off every purchase, always.') })
  .describe('The same percentage, always.');

const levels = z
  .strictObject({
    kind: z.literal('levels'),
    levels: z.array(level).min(1).max(20).describe('From the lowest up; each asks no less and gives more.'),
    reachedBy: z
      .enum(['any', 'all'])
      .default('any')
      .describe('Where a level asks for a total and for purchases: whether one of both will do.'),
    afterRefund: z
      .enum(['follows', 'stays'])
      .default('follows')
      .describe('Whether a level is lost when goods come back. A rolling window can only follow.'),
    holds: z
      .enum(['window', 'next_window'])
      .default('window')
      .describe('Whether a level holds through the year after the one that earned it; years only.'),
  })
  .describe('The more somebody has bought, the more the next purchase gets off.');

const unused = z
  .union(
    [z.literal('never'), z.strictObject({ days: count('Days of 24 hours after the purchase that earned it.', 3650) })],
    { error: 'write "never" or so many days, such as { "days": 30 }' },
  )
  .optional()
  .describe(
    'What becomes of a reward that nobody uses: it waits for good, or lapses after so many days, whatever becomes of ' +
      'its window. Without it, it ends with the window.',
  );

const nthItem = z
  .strictObject({
    kind: z.literal('nth_item'),
    items: count('After how many items a reward is ready; the one after them may take it.', 1000),
    percent: percent('What the reward is of the total of those items; never more than the price of what takes it.'),
    surplus: z
      .enum(['lapses', 'carries'])
      .default('lapses')
      .describe('Whether the rest of a reward lapses or goes on to the next item in the same basket.'),
    rewarded: z
      .enum(['apart', 'counts'])
      .default('apart')
      .describe('Whether the item that takes a reward is one of the next.'),
    unused,
  })
  .describe('After so many items the next one gets a share of what they came to. Not with a rolling window.');

const stepUp = z
  .strictObject({
    kind: z.literal('step_up'),
    startPercent: percent('What the first purchase gets; "0" is nothing.'),
    stepPercent: percent('What each purchase adds for the next.'),
    capPercent: percent('What no purchase gets more than.'),
    decay: z
      .strictObject({
        days: count('Days of 24 hours without a purchase.', 3650),
        to: z
          .enum(['step_back', 'start'])
          .default('step_back')
          .describe('Whether a pause takes a step back for each full number of days, or leads back to the start.'),
      })
      .optional()
      .describe('What a pause takes; without it, nothing.'),
  })
  .describe('Each purchase that counts gives the next one a step more, up to the cap. Not with a rolling window.');

const product = z.string().min(1).max(64);

const gift = product.describe('A product, one unit of which is given for nothing. Its id as the orders have it.');
const markReward = z
  .strictObject({
    marks: count('Ready from so many marks on.', 1000),
    percent: percent('Off one purchase.').optional(),
    gift: gift.optional(),
  })
  .describe('Gives a percentage off one purchase, or a gift; where both are written, the customer chooses.');

const marks = z
  .strictObject({
    kind: z.literal('marks'),
    products: z
      .array(product)
      .max(50)
      .default([])
      .describe('Ids of the listed products, as the orders have them. Left out where every purchase sets a mark.'),
    per: z
      .enum(['product', 'item', 'purchase'])
      .default('product')
      .describe(
        'Whether a product sets its mark once in a cycle, every item sets one, or every purchase, whatever is bought.',
      ),
    rewards: z
      .array(markReward)
      .min(1)
      .max(20)
      .describe('From the fewest marks up, each once in a cycle; the last one ends the cycle.'),
    lower: z
      .enum(['keeps', 'spends'])
      .default('keeps')
      .describe('Whether taking any reward but the last keeps the marks or spends them.'),
    unused,
  })
  .describe('Buying listed products sets marks, and marks bring rewards. Not with a rolling window.');
const referral = z
  .strictObject({
    welcomePercent: percent('What a new customer gets off the purchase on which a holder’s card is presented.'),
    bonusPercent: percent('Percentage points on top of the giver’s own discount.'),
    bonus: z
      .enum(['once', 'for_good'])
      .default('once')
      .describe('Whether the giver has the bonus on one purchase for each friend, or for good.'),
    withinDays: count(
      'So many days of 24 hours in which goods that come back in full take the bonus back.',
      3650,
    ).default(30),
  })
  .describe('Cards may be handed on to friends. A history of orders tells nothing of it, so a simulation has none.');

/** What is wrong where the mechanic is none; faults within one speak for themselves. */
const mechanicFault = (issue: { readonly code?: string | undefined }): string | undefined =>
  issue.code === 'invalid_union' ? MECHANIC : undefined;

/**
 * A program as a merchant's developer writes it down: the product's public format, version 1. Its JSON Schema is made
 * from this and kept beside it; a test holds both together.
 */
export const programFile = z
  .strictObject({
    $schema: z
      .string()
      .regex(/program-1\.schema\.json$/, 'this is no program of version 1: its schema is program-1.schema.json')
      .optional()
      .describe('Where the schema of this version lies: any address that ends in program-1.schema.json.'),
    name: z.string().min(1).max(80).describe('What customers call the program.'),
    currency: z
      .string(CURRENCY)
      .regex(/^[A-Z]{3}$/, CURRENCY)
      .describe('ISO 4217. All amounts of the program and of the orders are in it, with as many decimals as it has.'),
    timeZone: z.string().describe('IANA name, such as "Europe/Berlin": where the days, months and years are counted.'),
    membership,
    window,
    scope,
    where,
    mechanic: z
      .discriminatedUnion('kind', [fixed, levels, nthItem, stepUp, marks], { error: mechanicFault })
      .describe('How the discount is worked out.'),
    caps: z
      .strictObject({
        order: amount('What one order gets at most.').optional(),
        month: amount('What one customer gets at most in a calendar month of the time zone.').optional(),
      })
      .optional()
      .describe(
        'What a percentage gives at most; over it the rest is at full price. Only with a percentage of every purchase.',
      ),
    referral: referral.optional(),
    notes: z
      .strictObject({ label: z.string().min(1).max(40).describe('What they are called, such as "Record".') })
      .optional()
      .describe('Dated notes are kept on the cards. A history of orders tells nothing of them.'),
    margin: z
      .string(PERCENT)
      .regex(/^\d{1,3}(\.\d{1,2})?$/, PERCENT)
      .optional()
      .describe('Percent over unit cost that no line is sold below, where costs are known. Without it: no floor.'),
  })
  .describe('A discount program of Regulars.');

/** The JSON Schema of the format (draft 2020-12), as it is published. */
export const programSchema = (): object => ({
  $id: 'urn:regulars:program-1.schema.json',
  title: 'Program of Regulars, version 1',
  ...z.toJSONSchema(programFile, { io: 'input' }),
});

export type ProgramFile = z.infer<typeof programFile>;
