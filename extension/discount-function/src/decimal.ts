/** Amounts beyond this are nobody's cart; below it a decimal times its scale rounds to the exact minor units. */
const MINOR_MAX = 2 ** 45;

/**
 * Reads a decimal of Shopify's in minor units; -1 for what is none or is finer than the currency. Digit by digit would
 * cost three times the instructions; here the error of the product is far below the thousandth that is looked at.
 */
export function readMinor(text: string, scale: number): number {
  const exact = Number(text) * scale;
  const minor = Math.round(exact);
  const miss = exact - minor;
  return miss < 0.001 && miss > -0.001 && minor >= 0 && minor < MINOR_MAX ? minor : -1;
}

/** Writes minor units as a decimal with all digits of the currency: 600 at scale 100 is "6.00". */
export function writeMinor(minor: number, scale: number): string {
  if (scale === 1) return String(minor);
  const whole = Math.floor(minor / scale);
  return `${whole}.${String(scale + minor - whole * scale).slice(1)}`;
}
