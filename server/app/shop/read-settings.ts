import type { Fault, Wrong } from '../../../shared/domain/fault.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { ShopSettings } from '../ports/shop-store.ts';

/** Ten times the cost; nobody means more. */
export const MARGIN_MAX_BP = 100_000;
/** Checkout pays for every character it reads, and shows no more than a line. */
const MESSAGE_MAX = 100;
export const SHOP_LANGUAGES: readonly string[] = ['en', 'de', 'cs', 'uk', 'hu'];

/** Reads what the merchant set: blanks at the ends of the message do not count. All faults at once, by field. */
export function readSettings(
  typed: ShopSettings,
): Result<ShopSettings, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const settings = { ...typed, discountMessage: typed.discountMessage.trim() };
  const { marginBp, discountMessage, language } = settings;
  const faults: Fault[] = [];
  const say = (path: keyof ShopSettings, wrong: Wrong) => faults.push({ path, ...wrong });
  if (!Number.isInteger(marginBp) || marginBp < 0 || marginBp > MARGIN_MAX_BP)
    say('marginBp', { code: 'margin_out_of_range', facts: { maxBp: MARGIN_MAX_BP } });
  if (discountMessage === '') say('discountMessage', { code: 'discount_message_missing' });
  if (discountMessage.length > MESSAGE_MAX) say('discountMessage', { code: 'too_long', facts: { max: MESSAGE_MAX } });
  if (/\p{Cc}/u.test(discountMessage)) say('discountMessage', { code: 'discount_message_in_lines' });
  if (!SHOP_LANGUAGES.includes(language)) say('language', { code: 'choice_unknown' });
  return faults.length === 0 ? ok(settings) : refused({ code: 'faults', faults });
}
