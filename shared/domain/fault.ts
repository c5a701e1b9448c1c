/** Faults that name nothing: the sentence of such a code is always the same. */
export type PlainFaultCode =
  // what is typed
  | 'amount_ambiguous'
  | 'amount_unreadable'
  | 'amount_too_large'
  | 'amount_negative'
  | 'percent_unreadable'
  | 'percent_too_precise'
  | 'day_unreadable'
  | 'day_to_come'
  | 'note_missing'
  | 'notes_without_card'
  | 'notes_label_missing'
  | 'email_unreadable'
  | 'phone_unreadable'
  | 'language_unreadable'
  | 'card_number_unreadable'
  | 'choice_unknown'
  // a program
  | 'program_name_missing'
  | 'nothing_drafted'
  | 'version_in_the_past'
  | 'program_ends_too_early'
  | 'keeping_ends_too_early'
  | 'discount_of_nothing'
  | 'levels_missing'
  | 'level_asks_nothing'
  | 'rolling_window_cannot_stay'
  | 'reward_items_fixed'
  | 'reward_items_taken'
  | 'only_years_follow'
  | 'only_levels_roll'
  | 'step_of_nothing'
  | 'products_missing'
  | 'product_twice'
  | 'rewards_missing'
  | 'gift_missing'
  | 'pause_of_a_day'
  | 'card_year_without_card'
  | 'marks_name_their_goods'
  | 'cap_of_nothing'
  | 'caps_are_for_percentages'
  | 'cap_after_rewards'
  | 'scope_missing'
  | 'scope_of_nothing'
  | 'locations_without_till'
  | 'kept_where_differs'
  | 'kept_scope_differs'
  | 'referral_without_card'
  | 'referral_under_cap'
  // a series
  | 'series_name_missing'
  | 'program_ended'
  | 'expiry_in_the_past'
  // the settings
  | 'discount_message_missing'
  | 'discount_message_in_lines'
  // a club
  | 'club_name_missing'
  // a draw
  | 'draw_name_missing'
  | 'draw_closes_in_the_past'
  | 'prizes_missing'
  | 'prize_name_missing'
  | 'period_reversed'
  | 'period_after_closing'
  | 'lots_need_a_period'
  | 'time_unreadable'
  | 'locations_unreadable';

/**
 * Faults that name something, and what: counts as numbers, percentages in basis points (`…Bp`), levels counted from
 * one. They become text where somebody reads them, in that person's language.
 */
export type FaultFacts = {
  readonly amount_too_precise: { readonly currency: string };
  /** `max` characters. */
  readonly too_long: { readonly max: number };
  readonly discount_too_high: { readonly maxBp: number };
  readonly discount_out_of_range: { readonly maxBp: number };
  readonly margin_out_of_range: { readonly maxBp: number };
  readonly purchases_out_of_range: { readonly max: number };
  readonly items_out_of_range: { readonly max: number };
  readonly marks_out_of_range: { readonly max: number };
  readonly products_too_many: { readonly max: number };
  readonly rewards_too_many: { readonly max: number };
  /** `reward`: the one below, counted from one. */
  readonly marks_must_rise: { readonly reward: number };
  /** `products`: how many marks the list can still give. */
  readonly marks_out_of_reach: { readonly products: number };
  readonly days_out_of_range: { readonly max: number };
  readonly months_out_of_range: { readonly max: number };
  readonly cards_out_of_range: { readonly max: number };
  readonly prizes_out_of_range: { readonly max: number };
  readonly prizes_too_many: { readonly max: number };
  readonly levels_too_many: { readonly max: number };
  /** `level`: the one below, which the next contradicts. */
  readonly level_begins_alike: { readonly level: number };
  readonly level_total_falls: { readonly level: number };
  readonly level_purchases_fall: { readonly level: number };
  readonly level_gives_no_more: { readonly level: number };
  /** `startBp`: what the first purchase gets, which the cap must exceed. */
  readonly cap_not_above_start: { readonly startBp: number };
  /** `level`: the higher one, which whoever reaches this one has reached already. */
  readonly level_never_seen: { readonly level: number };
  /** So many purchases before the window ends, after so many days at the most. */
  readonly reset_before_reached: { readonly purchases: number; readonly days: number };
  readonly hardly_reached: { readonly purchases: number; readonly days: number };
  readonly discount_under_floor: { readonly marginBp: number };
  /** `costBp`: what goods may cost at the most, as a share of their price, to be given so much of in full. */
  readonly floor_cuts_discount: { readonly discountBp: number; readonly marginBp: number; readonly costBp: number };
  readonly floor_cuts_reward: { readonly marginBp: number };
  readonly scope_too_long: { readonly max: number };
  readonly product_unreadable: { readonly typed: string };
  /** `program`: the name of another one, about other goods, that checkout could not tell from this. */
  readonly scope_differs: { readonly program: string };
  readonly cap_beside_rewards: { readonly program: string };
  readonly time_zone_unknown: { readonly timeZone: string };
  /** `room`: how many cards more a shop may have before its numbers could be guessed. */
  readonly cards_guessable: { readonly room: number };
  /** For developers, who sent what no reader of ours takes: `why` in the reader's own English, shown as it is. */
  readonly unreadable: { readonly why: string };
};

export type FaultCode = PlainFaultCode | keyof FaultFacts;

/** What is wrong. Each code has its sentence in `shared/text`. */
export type Wrong =
  | { readonly code: PlainFaultCode; readonly facts?: undefined }
  | {
      readonly [Code in keyof FaultFacts]: { readonly code: Code; readonly facts: FaultFacts[Code] };
    }[keyof FaultFacts];

/** One thing wrong with something we were given: where, and what. */
export type Fault = Wrong & { readonly path: string };

/** What a schema or a reader of foreign bodies has to say: for developers, hence in its own words. */
export const unreadable = (path: string, why: string): Fault => ({ path, code: 'unreadable', facts: { why } });
