import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededDice } from '../../sandbox/seed/seeded.ts';

const HEADER =
  'order_id,customer_id,processed_at,line_id,product_id,quantity,unit_price,discount,refunded_quantity,refunded_at';
const DAY_MS = 86_400_000;
const [START, DAYS] = [Date.UTC(2023, 0, 1), 1095];
const LINES_EACH = 2.5;
const [NOBODYS, RETURNED, REDUCED] = [0.05, 0.05, 0.2];
const PIECE = 1 << 20;

const instant = (at: number) => `${new Date(at + 3_600_000).toISOString().slice(0, 19)}+01:00`;
const decimal = (minor: number) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

/**
 * Writes three years of a shop as CSV, ids as long as Shopify's: one to four lines an order, few customers who come
 * often and many who come seldom, one line in twenty returned. Each unit is `unitsEach` of them. The same for the same
 * numbers.
 */
export async function inventOrders(path: string, lines: number, customers: number, unitsEach = 1): Promise<void> {
  const dice = seededDice(4711);
  const file = createWriteStream(path);
  const gap = (DAYS * DAY_MS * LINES_EACH) / lines;
  let [text, at, order, line] = [`${HEADER}\n`, START, 0, 0];
  while (line < lines) {
    order += 1;
    at += Math.floor(dice.next() * 2 * gap);
    const customer = dice.chance(NOBODYS) ? '' : 7_000_000_000_000 + Math.floor(customers * dice.next() ** 2);
    for (let i = dice.between(1, 4); i > 0 && line < lines; i -= 1) {
      line += 1;
      const returned = dice.chance(RETURNED) ? `1,${instant(at + 3 * DAY_MS)}` : '0,';
      const goods = `${8_000_000_000_000 + dice.between(1, 900)},${unitsEach * dice.between(1, 3)}`;
      const money = `${decimal(dice.between(300, 4300))},${dice.chance(REDUCED) ? '1.00' : '0.00'}`;
      text += `${5_000_000_000_000 + order},${customer},${instant(at)},${13_000_000_000_000 + line},`;
      text += `${goods},${money},${returned}\n`;
    }
    if (text.length < PIECE) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
}
