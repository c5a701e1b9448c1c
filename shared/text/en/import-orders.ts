import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');
const orders = (count: number) => plural(count, { one: '# order', other: '# orders' });

/** What the command that imports a file of orders says. */
export const importOrders = {
  usage: 'npm run import -- orders.csv --shop name.myshopify.com [--ids shopify|other] [--currency EUR] [--dry-run]',
  expected: (what: string) => `Expected ${what}.`,
  notRunning:
    'No Regulars runs here. Start it first (npm run demo, or npm start), or name its database as it does: MONGODB_URI.',
  unreachable: (why: string) => `The database does not answer: ${why}`,
  unknownShop: (shop: string, known: readonly string[]) =>
    known.length === 0
      ? `${shop} has not installed Regulars.`
      : `${shop} has not installed Regulars here. Installed: ${known.join(', ')}.`,
  otherCurrency: (told: string, shop: string) => `The shop counts in ${shop}, not in ${told}: nothing was imported.`,
  into: (shop: string, currency: string, timeZone: string) =>
    `Into ${shop}: amounts are ${currency}, years and months begin as they do in ${timeZone}.`,
  missing: (path: string) => `${path}: there is no such file`,
  rowFault: (path: string, line: number, column: string | null, expected: string, found: string) =>
    `${path}, line ${line}${column === null ? '' : `, column ${column}`}: expected ${expected}, found "${found}"`,
  torn: (path: string) => `${path} cannot be read on from there, so nothing was imported.`,
  tooMany: (max: number) => `With more than ${max} faults this is hardly the right file: nothing was imported.`,
  leftOut: (count: number) => `${orders(count)} left out whole because of these lines; all others are imported.`,
  tooLong: (order: string, max: number) => `Order ${order}: more than ${max} lines, left out.`,
  unusable: (order: string, ids: 'shopify' | 'other') =>
    ids === 'shopify'
      ? `Order ${order}: its order_id or customer_id is no number of Shopify’s, left out.`
      : `Order ${order}: its order_id or customer_id is longer than 100 characters or no plain text, left out.`,
  knownToShopify: (order: string) =>
    `Shopify has told us order ${order} of the same second: it would count twice. Say --ids shopify if the file ` +
    'calls orders and customers what Shopify calls them, --ids other if that is chance. Nothing was imported.',
  knownAsOther: (order: string) =>
    `An order of the same second was imported as ${order}, another system’s: as Shopify’s it would count twice. ` +
    'Nothing was imported.',
  reading: 'Reading orders',
  looking: 'Looking up orders',
  dry: (fresh: number, corrected: number, unchanged: number) =>
    `A dry run, nothing was imported: ${orders(fresh)} would be new, ${corrected} corrected, ${unchanged} are known.`,
  filing: 'Handing over',
  waiting: (count: number) => `${orders(count)} wait to be counted`,
  handedOver: (filed: number, waiting: number, unchanged: number) =>
    `${orders(filed)} handed over, ${waiting} from an earlier time still under way, ${unchanged} known already.`,
  counted: 'All of them are counted.',
  stopped: 'Stopped. What was handed over is counted all the same; the same command once more goes on from here.',
  countingOn: 'No longer waited for: Regulars goes on counting them by itself.',
  still:
    'Nobody is at work on them: they lie safely in the inbox, and are counted as soon as Regulars runs with a worker.',
  failed: (what: string, why: string) => `${what}: ${why}`,
};
