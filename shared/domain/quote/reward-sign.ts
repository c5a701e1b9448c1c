const SIGN = /★ (\d{1,4})\+1 × (\d{1,6})/u;

/** So many rewards, each after so many items. */
type Rewards = { readonly after: number; readonly count: number };

/**
 * What a shopper reads beside rewards, and an order tells of them, having nothing but its discounts' titles: the shop's
 * own text with a sign in the place of the percentage. `★ 10+1 × 2` are two that came after ten items each, and none of
 * them (`× 0`) is only the rest of one. A sign and no word, so that it is read in every language.
 */
export function rewardText(message: string, after: number, count: number): string {
  const sign = `★ ${after}+1 × ${count}`;
  const text = message.replace('{percent}', sign);
  return text === message ? `${message} ${sign}` : text;
}

/** Reads the sign out of a title, whatever the text around it, which the merchant may have changed; null: no reward. */
export function readRewardSign(title: string): Rewards | null {
  const match = SIGN.exec(title);
  return match === null ? null : { after: Number(match[1]), count: Number(match[2]) };
}
