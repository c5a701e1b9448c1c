import { type Fault, ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { ShopSettings } from '../ports/shop-store.ts';

/** Ten times the cost; nobody means more. */
const MARGIN_MAX_BP = 100_000;
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
  const say = (path: keyof ShopSettings, message: string) => faults.push({ path, message });
  if (!Number.isInteger(marginBp) || marginBp < 0 || marginBp > MARGIN_MAX_BP)
    say('marginBp', 'Enter a margin from 0 to 1000 %.');
  if (discountMessage === '') say('discountMessage', 'Say what the shopper reads beside the discount.');
  if (discountMessage.length > MESSAGE_MAX) say('discountMessage', `At most ${MESSAGE_MAX} characters.`);
  if (/\p{Cc}/u.test(discountMessage)) say('discountMessage', 'One line of text, without line breaks or tabs.');
  if (!SHOP_LANGUAGES.includes(language)) say('language', 'Choose one of the languages.');
  return faults.length === 0 ? ok(settings) : refused({ code: 'faults', faults });
}
