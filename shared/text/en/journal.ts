import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

/** The journal in words; `shared/text/journal-words.ts` chooses the sentence. */
export const journal = {
  causes: {
    orderPaid: (name: string, amount: string) => `Order ${name} of ${amount} was paid`,
    orderFell: (name: string, amount: string) => `Order ${name} was changed or cancelled: ${amount} less`,
    orderChanged: (name: string) => `Order ${name} was changed`,
    refund: (order: string | null, amount: string | null) => {
      const refund = order === null ? 'A refund' : `A refund of order ${order}`;
      return amount === null ? `${refund} was made` : `${refund} took ${amount} away`;
    },
    cardLinked: (number: string) => `Card ${number} was handed over`,
    cardReplaced: (number: string, by: string) => `Card ${number} was replaced by card ${by}`,
    cardBlocked: (number: string) => `Card ${number} was blocked`,
    cardUnblocked: (number: string) => `Card ${number} works again`,
    cardExpired: (number: string) => `Card ${number} expired`,
    levelGiven: (program: string, percent: string) => `At least ${percent} in “${program}” was given by hand`,
    levelTaken: (program: string) => `What was given by hand in “${program}” was taken back`,
    programPublished: (program: string, version: number) => `Version ${version} of “${program}” took effect`,
    programEnded: (program: string) => `“${program}” ended`,
    entered: 'Became a customer',
    merged: 'Merged with another customer: both histories count',
    prizeWon: (prize: string, draw: string, lot: string) => `Won “${prize}” in the draw “${draw}” with lot ${lot}`,
    prizeHandedOver: (prize: string, draw: string) => `“${prize}” of the draw “${draw}” was handed over`,
    referred: 'A friend bought with a card handed on, or something about that changed',
    timePassed: 'Time passed: a period ended or a new one began',
    pausePassed: 'Time passed without a purchase',
    rebuilt: 'Worked out anew from all purchases',
  },
  changes: {
    joined: 'takes part now',
    left: 'takes no part any more',
    spent: (after: string) => `total ${after}`,
    purchases: (count: number) => plural(count, { one: '# purchase', other: '# purchases' }),
    items: (count: number) => plural(count, { one: '# item', other: '# items' }),
    positionUp: (count: number) => plural(count, { one: '# step up', other: '# steps up' }),
    positionBack: (count: number) => plural(count, { one: 'back to # step', other: 'back to # steps' }),
    positionStart: 'back to the start',
    counted: (count: number) => plural(count, { one: '# item counted', other: '# items counted' }),
    progress: (count: number) =>
      plural(count, { one: '# item towards the next reward', other: '# items towards the next reward' }),
    marks: (count: number) => plural(count, { one: '# mark on the card', other: '# marks on the card' }),
    marksMissing: (count: number) =>
      count === 0
        ? 'no mark missing any more'
        : plural(count, { one: '# mark missing under a used reward', other: '# marks missing under used rewards' }),
    rewardUsed: 'a reward was used',
    rewardBack: 'a reward came back',
    rewardsReady: (count: number) =>
      count === 0 ? 'no reward ready' : plural(count, { one: '# reward ready', other: '# rewards ready' }),
    rewardsWorth: (amount: string) => `rewards worth ${amount}`,
    deficit: (count: number) =>
      count === 0
        ? 'no item missing any more'
        : plural(count, { one: '# item missing under a used reward', other: '# items missing under used rewards' }),
    brought: (count: number) => plural(count, { one: '# friend brought', other: '# friends brought' }),
    broughtLess: (count: number) =>
      count === 0
        ? 'no friend brought any more'
        : plural(count, { one: 'only # friend brought', other: 'only # friends brought' }),
    bonusReady: (count: number) => plural(count, { one: '# bonus ready', other: '# bonuses ready' }),
    bonusNone: 'no bonus ready',
    bonusUsed: 'a bonus was used',
    bonusBack: 'a bonus came back',
    bonusDeficit: (count: number) =>
      plural(count, { one: '# bonus too many was used', other: '# bonuses too many were used' }),
    bonusFilled: 'no bonus missing any more',
    discountUp: (after: string) => `discount up to ${after}`,
    discountDown: (after: string) => `discount down to ${after}`,
    discountNone: 'no discount any more',
    given: (after: string) => `at least ${after} by hand`,
    givenNone: 'nothing by hand any more',
    levelReached: (level: string) => `${level} reached`,
    levelFell: (level: string) => `back to ${level}`,
    levelLost: 'no level any more',
    allLost: 'no level and no discount any more',
    level: (index: number) => `level ${index}`,
    withPercent: (sentence: string, percent: string) => `${sentence}: ${percent}`,
    window: (date: string) => `counting until ${date}`,
    windowOpen: 'counting without end',
    kept: (version: number) => `keeps version ${version}`,
    keptNoLonger: 'the newest version counts',
    keptRewards: (version: number) => `keeps the rewards of version ${version}`,
    keptRewardsNoLonger: 'rewards by the newest version',
  },
  note: (sentence: string, note: string) => `${sentence} (${note})`,
  nothing: 'nothing changed',
  unknownProgram: 'a program',
};
