import type { PosterWords } from './poster.ts';

export const cs: PosterWords = {
  everyone: 'Účastní se každý náš zákazník.',
  cardForAll: 'Kartu dostane každý, kdo u nás nakoupí.',
  cardFrom: (amount) => `Kartu dostanete při jednom nákupu od ${amount}.`,
  earlierCount: 'Započítá se i to, co jste nakoupili předtím, než jste kartu měli.',
  always: (percent) => `Máte slevu ${percent} na každý nákup.`,
  level: (percent, when) => `Sleva ${percent}: ${when}.`,
  spent: (amount) => `po nákupech za ${amount}`,
  purchases: { one: 'po # nákupu', other: 'po # nákupech' },
  or: 'nebo',
  and: 'a zároveň',
  stepUp: (start, step, cap) => `První nákup má slevu ${start}, každý další o ${step} víc, nejvýše ${cap}.`,
  nthItem: {
    one: 'Za každý koupený kus vám z dalšího odečteme {percent} jeho ceny.',
    few: 'Za každé # koupené kusy vám z dalšího odečteme {percent} jejich celkové ceny.',
    other: 'Za každých # koupených kusů vám z dalšího odečteme {percent} jejich celkové ceny.',
  },
  rewardLapses: 'Nikdy ne víc, než kolik tento kus stojí; zbytek propadá.',
  rewardCarries: 'Nikdy ne víc, než kolik tento kus stojí; zbytek přejde na další kus v témže nákupu.',
  rewardedApart: 'Zlevněný kus se nepočítá.',
  rewardedCounts: 'Zlevněný kus se také počítá.',
  returnedItemDoesNotCount: 'Kus, který vrátíte, se už nepočítá.',
  stepBack: {
    one: 'Každý den bez nákupu ubere jeden stupeň.',
    few: 'Každé # dny bez nákupu uberou jeden stupeň.',
    other: 'Každých # dnů bez nákupu ubere jeden stupeň.',
  },
  backToStart: { one: 'Po # dni bez nákupu se začíná znovu.', other: 'Po # dnech bez nákupu se začíná znovu.' },
  returnedDoesNotCount: 'Nákup, který celý vrátíte, se už nepočítá.',
  windows: {
    lifetime: 'Sčítáme všechny vaše nákupy, bez omezení.',
    calendar_year: 'Sčítáme nákupy v kalendářním roce. Od 1. ledna počítáme znovu.',
    card_year: 'Sčítáme nákupy v roce vaší karty. Rok po vydání karty počítáme znovu.',
  },
  rollingDays: {
    one: 'Sčítáme nákupy za poslední den.',
    few: 'Sčítáme nákupy za poslední # dny.',
    other: 'Sčítáme nákupy za posledních # dnů.',
  },
  rollingMonths: {
    one: 'Sčítáme nákupy za poslední měsíc.',
    few: 'Sčítáme nákupy za poslední # měsíce.',
    other: 'Sčítáme nákupy za posledních # měsíců.',
  },
  fromNextPurchase: 'Nákup se započítá do slevy na příští nákup, ne na tento.',
  levelFollows: 'Vrácené zboží se od součtu odečte a sleva se podle něj upraví.',
  levelStays: 'Dosažená sleva vám zůstane, i když zboží vrátíte.',
  levelHoldsNext: 'Čeho jste dosáhli, platí i celý následující rok.',
  kept: (before) => `Kdo se účastnil už před ${before}, tomu zůstává, co bylo slíbeno tehdy, kdykoli je to výhodnější.`,
  keptUntil: (before, until) =>
    `Kdo se účastnil už před ${before}, tomu do ${until} zůstává, co bylo slíbeno tehdy, kdykoli je to výhodnější.`,
};
