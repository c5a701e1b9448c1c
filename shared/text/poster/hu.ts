import type { PosterWords } from './poster.ts';

export const hu: PosterWords = {
  everyone: 'Minden vásárlónk részt vesz.',
  cardForAll: 'Aki nálunk vásárol, kártyát kap.',
  cardFrom: (amount) => `A kártyát egyetlen, legalább ${amount} értékű vásárlással kapja meg.`,
  earlierCount: 'Az is beleszámít, amit a kártya előtt vásárolt.',
  onlyProducts: {
    one: 'A program # kiválasztott termékre szól; kérdezze meg, melyikre. Más áru nem számít, és nincs rá kedvezmény.',
    other:
      'A program # kiválasztott termékre szól; kérdezze meg, melyekre. Más áru nem számít, és nincs rá kedvezmény.',
  },
  exceptProducts: {
    one: '# termék kivétel: nem számít bele, és nem jár rá kedvezmény. Kérdezze meg, melyik az.',
    other: '# termék kivétel: nem számít bele, és nem jár rá kedvezmény. Kérdezze meg, melyek azok.',
  },
  always: (percent) => `Minden vásárlásból ${percent} kedvezményt kap.`,
  level: (percent, when) => `${percent} kedvezmény: ${when}.`,
  spent: (amount) => `ha vásárlásai elérik a következő összeget: ${amount}`,
  purchases: { other: '# vásárlás után' },
  or: 'vagy',
  and: 'és',
  stepUp: (start, step, cap) =>
    `Az első vásárlásból ${start}, minden továbbiból ${step} többlet kedvezményt kap, legfeljebb ${cap} mértékig.`,
  nthItem: { other: 'Minden # megvett termék után a következőből kedvezményt kap: az együttes ár {percent} részét.' },
  marksByProduct: {
    one: 'A megjelölt termék megvásárlásáért egy pecsét kerül a kártyájára.',
    other: 'A # megjelölt termék mindegyikéért egyszer kerül pecsét a kártyájára, amikor megveszi.',
  },
  marksByItem: {
    one: 'A megjelölt termék minden megvett darabjáért pecsét kerül a kártyájára.',
    other: 'A # megjelölt termék minden megvett darabjáért pecsét kerül a kártyájára.',
  },
  marksByPurchase: 'Minden vásárlásért pecsét kerül a kártyájára.',
  markReward: { other: '# pecséttől: {reward}.' },
  percentOnce: (percent) => `${percent} kedvezmény egy vásárlásból`,
  gift: 'ajándék',
  choice: (one, other) => `választása szerint ${one} vagy ${other}`,
  marksKept: 'Ha elvesz egy jutalmat, a pecsétek megmaradnak, egészen az utolsó jutalomig.',
  marksSpent: 'Ha elvesz egy jutalmat, az érte kért pecsétek elfogynak.',
  marksBeginAnew: 'Az utolsó jutalom után a kártya elölről kezdődik.',
  returnedPurchaseMarkGoes: 'A teljes egészében visszahozott vásárlás a pecsétjét is elviszi.',
  returnedMarkGoes: 'Ha egy megjelölt terméket visszahoz, a pecsétje is eltűnik.',
  rewardLapses: 'Soha nem többet, mint amennyibe az a termék kerül; a maradék elvész.',
  rewardCarries:
    'Soha nem többet, mint amennyibe az a termék kerül; a maradék ugyanazon vásárlás következő termékére száll.',
  rewardedApart: 'A kedvezményes termék nem számít bele.',
  rewardedCounts: 'A kedvezményes termék is beleszámít.',
  unusedLapses: { other: 'A fel nem használt jutalom # nappal az őt meghozó vásárlás után elvész.' },
  unusedWaits: 'A fel nem használt jutalom megvárja Önt, akkor is, ha a számlálás elölről kezdődik.',
  returnedItemDoesNotCount: 'A visszavitt termék többé nem számít.',
  stepBack: { other: 'Vásárlás nélkül minden # nap egy lépést visszavesz.' },
  backToStart: { other: '# vásárlás nélküli nap után elölről kezdődik.' },
  returnedDoesNotCount: 'A teljesen visszavitt vásárlás többé nem számít.',
  windows: {
    lifetime: 'Minden vásárlását összeadjuk, időkorlát nélkül.',
    calendar_year: 'Egy naptári év vásárlásait adjuk össze. Január 1-jén újrakezdjük a számolást.',
    card_year: 'A kártya egy évének vásárlásait adjuk össze. Egy évvel a kártya kiadása után újrakezdjük.',
  },
  rollingDays: { other: 'Az utolsó # nap vásárlásait adjuk össze.' },
  rollingMonths: { other: 'Az utolsó # hónap vásárlásait adjuk össze.' },
  fromNextPurchase: 'Egy vásárlás a következő kedvezményébe számít bele, a sajátjába nem.',
  levelFollows: 'A visszavitt árut levonjuk az összegből, és a kedvezmény ahhoz igazodik.',
  levelStays: 'Az elért kedvezmény megmarad akkor is, ha árut hoz vissza.',
  levelHoldsNext: 'Amit elért, a következő teljes évben is érvényes.',
  added: (upTo) => `Ez hozzáadódik többi programunk kedvezményéhez, együtt legfeljebb ${upTo}.`,
  orderCap: (most) => `Egy vásárlásból legfeljebb ${most} kedvezményt adunk; a többi teljes áron van.`,
  monthCap: (most) =>
    `Egy naptári hónapban legfeljebb ${most} kedvezményt adunk; utána a következő hónapig teljes ár érvényes.`,
  ends: (at) => `A program vége: ${at}.`,
  friendWelcomed: (percent) =>
    `Adja tovább kártyáját: aki még sosem vásárolt nálunk, az első vásárlására ${percent} kedvezményt kap.`,
  giverOnce: (percent) => `Ezért az Ön következő vásárlása további ${percent} kedvezményt kap, barátonként egyszer.`,
  giverForGood: (percent) => `Ezért az Ön vásárlásai tartósan további ${percent} kedvezményt kapnak.`,
  friendReturned: { other: 'Ha barátja # napon belül mindent visszavisz, ez az előny megszűnik.' },
  kept: (before) => `Aki ${before} előtt is részt vett, annak megmarad az akkori ígéret mindenhol, ahol az többet ad.`,
  keptUntil: (before, until) =>
    `Aki ${before} előtt is részt vett, annak az akkori ígéret ${until} időpontig megmarad ott, ahol az többet ad.`,
};
