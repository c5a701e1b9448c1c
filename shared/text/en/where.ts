/** The wizard’s fields of where a program holds. */
export const whereFields = {
  channels: 'Where it holds',
  channelsHelp: 'With none chosen, everywhere. What is bought elsewhere neither counts nor gets a discount.',
  channelWeb: 'On the web',
  channelTill: 'At tills',
  locations: 'At these locations only',
  locationsHelp: 'Of tills: Shopify’s numbers of locations, with commas between them. Left empty, at all of them.',
};

/** The same in words, once it is chosen. */
export const whereWords = {
  onlyWeb: 'Only on the web',
  onlyTill: 'Only at tills',
  onlyLocations: (numbers: string) => `Of tills, only those at locations ${numbers}`,
};
