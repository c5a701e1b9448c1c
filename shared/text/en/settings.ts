/** Settings of the shop. */
export const settings = {
  title: 'Settings',
  saved: 'The settings were saved.',
  shop: {
    title: 'Your shop',
    help: 'Read from Shopify. Change it there and read it again here.',
    name: 'Name',
    domain: 'Address',
    currency: 'Currency',
    timeZone: 'Time zone',
    prices: 'Prices',
    pricesWithTax: 'Include tax',
    pricesWithoutTax: 'Without tax',
    refresh: 'Read again from Shopify',
    refreshed: 'Read again from Shopify; the discount at checkout was checked too.',
  },
  margin: {
    title: 'Margin floor',
    help: 'No discount of ours takes a product below its unit cost plus this margin. It is cut to fit, never refused.',
    on: 'Keep a margin',
    percent: 'At least this margin above unit cost',
  },
  message: {
    title: 'Discount at checkout',
    label: 'What the shopper reads beside the discount',
    help: '{percent} is replaced by the percentage',
    language: 'Language of your texts',
  },
  owed: {
    title: 'Orders not paid yet',
    label: 'Orders with payment terms count as purchases',
    help: 'Otherwise an order counts once it is paid.',
  },
  key: {
    title: 'Signing key',
    help: 'Typed card numbers travel through checkout signed. Change the key if you fear that somebody has learned it.',
    action: 'Change signing key',
    dialogTitle: 'Change the signing key?',
    message: 'New carts use the new key at once. Carts already open keep working with the old one today.',
    confirm: 'Change key',
    done: 'The signing key was changed.',
  },
};
