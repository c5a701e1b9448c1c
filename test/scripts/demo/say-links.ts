export type Links = { readonly sandboxUrl: string; readonly shop: string; readonly seconds: number };

/** The one page of links, in the terminal. */
export function sayLinks({ sandboxUrl, shop, seconds }: Links): void {
  const lines = [
    ['everything on one page', sandboxUrl],
    ["the merchant's admin", `${sandboxUrl}/admin/${shop}`],
    ['the storefront', `${sandboxUrl}/shops/${shop}/`],
    ['the till', `${sandboxUrl}/shops/${shop}/till`],
    ['the orders', `${sandboxUrl}/shops/${shop}/orders`],
    ['the mailbox', `${sandboxUrl}/mailbox`],
  ];
  console.log(`\nRegulars is up, after ${seconds.toFixed(1)} s. Open:\n`);
  for (const [label = '', url = ''] of lines) console.log(`  ${label.padEnd(24)}${url}`);
  console.log('\nCtrl-C ends it; what you did is kept.\n');
}
