import type { FaultSentences } from '../fault-sentences.ts';

/** What people read beside a field that needs another look. */
export const faults: FaultSentences = {
  amount_ambiguous: 'Enter an amount without marks between the thousands, such as 1000.',
  amount_unreadable: 'Enter an amount such as 500.00.',
  amount_too_precise: ({ currency }) => `This has more decimals than ${currency} has.`,
  amount_too_large: 'This amount is too large.',
  amount_negative: 'An amount cannot be negative.',
  percent_unreadable: 'Enter a percentage such as 5 or 7.5.',
  percent_too_precise: 'At most two decimals.',
  day_to_come: 'This day is still to come.',
  note_missing: 'Write something down.',
  notes_without_card: 'Notes are kept on cards, so the program has to give a card.',
  notes_label_missing: 'Say what the notes are called, such as “Record”.',
  day_unreadable: 'Enter a day such as 1990-12-31.',
  email_unreadable: 'Enter an e-mail address such as name@example.com.',
  phone_unreadable: 'Enter a phone number: digits, + and spaces.',
  language_unreadable: 'Enter a language code such as en or de-AT.',
  card_number_unreadable: 'This is not a card number: it needs 13 digits, and the last one must fit the others.',
  choice_unknown: 'Choose one of those offered.',
  too_long: ({ max }, { count }) => `At most ${count(max)} characters.`,

  program_name_missing: 'Give the program a name.',
  nothing_drafted: 'There is no draft to publish yet.',
  version_in_the_past: 'A version cannot begin in the past.',
  program_ends_too_early: 'The program would end before it begins.',
  keeping_ends_too_early: 'What is kept must be kept for a while after the version has begun.',
  discount_of_nothing: 'A discount of 0% gives nothing.',
  discount_too_high: ({ maxBp }, { percent }) => `A discount cannot exceed ${percent(maxBp)}.`,
  discount_out_of_range: ({ maxBp }, { percent }) => `Enter a percentage above 0 and up to ${percent(maxBp)}.`,
  levels_missing: 'Add at least one level.',
  levels_too_many: ({ max }, { count }) => `At most ${count(max)} levels.`,
  level_asks_nothing: 'Say from what total or how many purchases this level begins.',
  level_begins_alike: ({ level }, { count }) => `This begins where level ${count(level)} begins.`,
  level_total_falls: ({ level }, { count }) => `This is lower than level ${count(level)}.`,
  level_purchases_fall: ({ level }, { count }) => `This is fewer than level ${count(level)}.`,
  level_gives_no_more: ({ level }, { count }) => `A higher level must give more than level ${count(level)}.`,
  purchases_out_of_range: ({ max }, { count }) => `Enter a whole number of purchases from 1 to ${count(max)}.`,
  items_out_of_range: ({ max }, { count }) => `Enter a whole number of items from 1 to ${count(max)}.`,
  marks_out_of_range: ({ max }, { count }) => `Enter a whole number of marks from 1 to ${count(max)}.`,
  products_missing: 'List at least one product that sets a mark.',
  products_too_many: ({ max }, { count }) => `At most ${count(max)} products.`,
  product_twice: 'A product is in the list twice.',
  marks_name_their_goods: 'Marks have a list of products of their own: choose everything you sell here.',
  rewards_missing: 'Add at least one reward.',
  rewards_too_many: ({ max }, { count }) => `At most ${count(max)} rewards.`,
  gift_missing: 'Choose the product that is given.',
  marks_must_rise: ({ reward }, { count }) => `This must ask for more marks than reward ${count(reward)}.`,
  marks_out_of_reach: ({ products }, { count }) =>
    `The list gives ${count(products)} marks at most, so nobody would ever reach this.`,
  days_out_of_range: ({ max }, { count }) => `Enter a whole number of days from 1 to ${count(max)}.`,
  months_out_of_range: ({ max }, { count }) => `Enter a whole number of months from 1 to ${count(max)}.`,
  rolling_window_cannot_stay: 'A rolling window has no end, so the level can only follow.',
  reward_items_fixed:
    'Orders tell rewards by this number, so it cannot change any more. End this program and create another one.',
  reward_items_taken: 'Another program rewards after as many items, and orders could not tell the two apart.',
  only_years_follow: 'Only years follow one another: choose the calendar year or the year of the card.',
  only_levels_roll: 'A rolling window is for levels: choose for ever, the calendar year or the year of the card.',
  step_of_nothing: 'A step of 0% leads nowhere.',
  pause_of_a_day: 'Somebody who buys once a day loses each step as soon as it was given and never climbs.',
  level_never_seen: ({ level }, { count }) =>
    `Nobody would ever have this level: whoever reaches it has reached level ${count(level)} as well.`,
  reset_before_reached: ({ purchases, days }, { count }) =>
    `Nobody can make ${count(purchases)} purchases before they are reset after ${count(days)} days.`,
  hardly_reached: ({ purchases, days }, { count }) =>
    `This asks for ${count(purchases)} purchases and is reset after ${count(days)} days: too many for one a day.`,
  discount_under_floor: ({ marginBp }, { percent }) =>
    [
      `Your floor sells nothing below its cost and ${percent(marginBp)}, so nothing is ever free.`,
      'Give less, or switch the floor off in the settings.',
    ].join(' '),
  floor_cuts_discount: ({ discountBp, marginBp, costBp }, { percent }) =>
    [
      `Your floor is cost and ${percent(marginBp)}, so ${percent(discountBp)} is given in full`,
      `only on goods that cost you at most ${percent(costBp)} of their price, and less on others.`,
    ].join(' '),
  floor_cuts_reward: ({ marginBp }, { percent }) =>
    `With your floor, an item that takes a reward is still sold at no less than its cost and ${percent(marginBp)}.`,
  cap_not_above_start: ({ startBp }, { percent }) => `This must be more than the ${percent(startBp)} of the start.`,
  referral_under_cap: 'A program that gives at most so much cannot welcome friends: take the caps out, or this.',
  referral_without_card: 'Only a card can be handed on: choose who takes part by card.',
  card_year_without_card: 'The year of the card needs a card: choose who takes part by card.',
  cap_of_nothing: 'Under a cap of 0 nothing would be given. Leave the field empty for no cap.',
  caps_are_for_percentages: 'A reward is given once and has no cap.',
  cap_after_rewards:
    'This program rewarded items before, and who has such a reward may keep it. End it and begin a new one with a cap.',
  cap_beside_rewards: ({ program }) =>
    `“${program}” is in the way: checkout can hold a cap or reward items, not both at once. End that one first.`,
  scope_missing: 'Choose at least one product.',
  locations_without_till: 'Locations are those of tills, and tills are not chosen above.',
  kept_where_differs: 'Holders can only keep a version that holds at the same places. Publish this one for everybody.',
  scope_of_nothing: 'Every product of the program is left out here, so nothing remains.',
  kept_scope_differs:
    'Holders can keep the version before only where it is about the same goods: checkout can tell only one choice.',
  scope_too_long: ({ max }, { count }) => `At most ${count(max)} products.`,
  product_unreadable: ({ typed }) => `“${typed}” is not a product’s number in Shopify.`,
  scope_differs: ({ program }) =>
    `“${program}” runs at the same time and is about other goods, and checkout can tell only one choice of goods. ` +
    'Choose the same ones, or end that program first.',
  time_zone_unknown: ({ timeZone }) => `The shop's time zone ${timeZone} is not known.`,

  club_name_missing: 'Give the club a name.',

  series_name_missing: 'Give the series a name.',
  program_ended: 'This program has ended.',
  cards_out_of_range: ({ max }, { count }) => `Enter a whole number of cards from 1 to ${count(max)}.`,
  cards_guessable: ({ room }, { count }) =>
    `There is room for ${count(room)} more: beyond that, numbers could be guessed.`,
  expiry_in_the_past: 'Cards cannot expire in the past.',

  margin_out_of_range: ({ maxBp }, { percent }) => `Enter a margin from 0 to ${percent(maxBp)}.`,
  discount_message_missing: 'Say what the shopper reads beside the discount.',
  discount_message_in_lines: 'One line of text, without line breaks or tabs.',

  draw_name_missing: 'Give the draw a name.',
  draw_closes_in_the_past: 'A draw cannot close in the past.',
  prizes_missing: 'Add at least one prize.',
  prize_name_missing: 'Say what is to be won.',
  prizes_too_many: ({ max }, { count }) => `A draw has at most ${count(max)} prizes in all.`,
  prizes_out_of_range: ({ max }, { count }) => `Enter a whole number from 1 to ${count(max)}.`,
  period_reversed: 'This is before the first day.',
  period_after_closing: 'The draw closes before this day begins.',
  lots_need_a_period: 'Say above in which period purchases count.',
  time_unreadable: 'Enter a time such as 18:00.',
  locations_unreadable: 'Enter Shopify’s numbers of locations, such as 1001, 1002.',

  unreadable: ({ why }) => why,
};
