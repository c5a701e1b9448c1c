/** Whether cards may be handed on, as the wizard asks for it (rules 2.7). */
export const referralFields = {
  referral: 'Cards handed on to friends',
  referralNone: 'Bring nothing',
  referralOnce: 'Welcome the friend, and reward the giver once for each',
  referralOnceHelp: 'The giver’s next purchase gets more off.',
  referralForGood: 'Welcome the friend, and reward the giver for good',
  referralForGoodHelp: 'All purchases of the giver get more off, however many friends come.',
  welcomePercent: 'A new customer gets',
  welcomePercentHelp: 'Off the first purchase, when the card is presented',
  bonusPercent: 'The giver gets on top',
  bonusPercentHelp: 'Percentage points more than their own discount',
  referralDays: 'Days',
  referralDaysHelp: 'Everything returned within them takes the bonus back',
};

/** The same as a version tells it. */
export const referralWords = {
  referralOnce: (welcome: string, bonus: string) =>
    `Cards may be handed on: a new customer gets ${welcome}, the giver ${bonus} more on the next purchase`,
  referralForGood: (welcome: string, bonus: string) =>
    `Cards may be handed on: a new customer gets ${welcome}, the giver ${bonus} more for good`,
};
