import type { PosterWords } from './poster-words.ts';

export const de: PosterWords = {
  everyone: 'Alle unsere Kundinnen und Kunden nehmen teil.',
  cardForAll: 'Wer bei uns kauft, bekommt eine Karte.',
  cardFrom: (amount) => `Ihre Karte bekommen Sie bei einem einzelnen Einkauf ab ${amount}.`,
  earlierCount: 'Was Sie vor der Karte gekauft haben, zählt mit.',
  onlyProducts: {
    one: 'Es geht um ein ausgewähltes Produkt; fragen Sie uns, welches. Andere Ware zählt nicht und hat keinen Rabatt.',
    other: 'Es geht um # ausgewählte Produkte; fragen Sie uns, welche. Andere Ware zählt nicht und hat keinen Rabatt.',
  },
  exceptProducts: {
    one: 'Ein Produkt ist ausgenommen: Es zählt nicht und bekommt keinen Rabatt. Fragen Sie uns, welches.',
    other: '# Produkte sind ausgenommen: Sie zählen nicht und bekommen keinen Rabatt. Fragen Sie uns, welche.',
  },
  onlyWeb: 'Es gilt nur in unserem Webshop: Was Sie anderswo kaufen, zählt nicht und wird nicht ermäßigt.',
  onlyTill: 'Es gilt nur an unseren Kassen: Was Sie im Web kaufen, zählt nicht und wird nicht ermäßigt.',
  onlyLocations: {
    one: 'Von unseren Geschäften gilt es nur in einem: Fragen Sie uns, in welchem.',
    other: 'Von unseren Geschäften gilt es nur in #: Fragen Sie uns, in welchen.',
  },
  notesKept: (label) => `Zu Ihrer Karte führen wir für Sie datierte Notizen (${label}).`,
  always: (percent) => `Sie erhalten ${percent} Rabatt auf jeden Einkauf.`,
  level: (percent, when) => `${percent} Rabatt: ${when}.`,
  spent: (amount) => `ab ${amount} Einkaufssumme`,
  purchases: { one: 'nach # Einkauf', other: 'nach # Einkäufen' },
  or: 'oder',
  and: 'und',
  stepUp: (start, step, cap) => `Der erste Einkauf bringt ${start} Rabatt, jeder weitere ${step} mehr, bis ${cap}.`,
  nthItem: {
    one: 'Für jeden gekauften Artikel werden {percent} seines Preises von einem weiteren abgezogen.',
    other: 'Für je # gekaufte Artikel werden {percent} ihres Gesamtpreises von einem weiteren abgezogen.',
  },
  marksByProduct: {
    one: 'Der Kauf des aufgeführten Produkts bringt einen Stempel auf Ihre Karte.',
    other: 'Jedes der # aufgeführten Produkte bringt beim Kauf einmal einen Stempel auf Ihre Karte.',
  },
  marksByItem: {
    one: 'Jedes gekaufte Stück des aufgeführten Produkts bringt einen Stempel auf Ihre Karte.',
    other: 'Jedes gekaufte Stück der # aufgeführten Produkte bringt einen Stempel auf Ihre Karte.',
  },
  marksByPurchase: 'Jeder Einkauf bringt einen Stempel auf Ihre Karte.',
  markReward: { one: 'Ab # Stempel: {reward}.', other: 'Ab # Stempeln: {reward}.' },
  percentOnce: (percent) => `${percent} Rabatt auf einen Einkauf`,
  gift: 'ein Geschenk',
  choice: (one, other) => `nach Wahl ${one} oder ${other}`,
  marksKept: 'Wer eine Prämie nimmt, behält die Stempel, bis zur letzten Prämie.',
  marksSpent: 'Wer eine Prämie nimmt, gibt die Stempel ab, die sie verlangt.',
  marksBeginAnew: 'Nach der letzten Prämie beginnt Ihre Karte von vorn.',
  returnedPurchaseMarkGoes: 'Ein Einkauf, den Sie ganz zurückgeben, nimmt seinen Stempel mit.',
  returnedMarkGoes: 'Ein aufgeführtes Produkt, das Sie zurückgeben, nimmt seinen Stempel mit.',
  rewardLapses: 'Nie mehr, als dieser Artikel kostet; der Rest verfällt.',
  rewardCarries: 'Nie mehr, als dieser Artikel kostet; der Rest geht auf den nächsten Artikel desselben Einkaufs über.',
  rewardedApart: 'Der Artikel mit dem Rabatt wird nicht gezählt.',
  rewardedCounts: 'Auch der Artikel mit dem Rabatt wird gezählt.',
  unusedLapses: {
    one: 'Eine Prämie, die Sie nicht nutzen, verfällt einen Tag nach dem Einkauf, der sie gebracht hat.',
    other: 'Eine Prämie, die Sie nicht nutzen, verfällt # Tage nach dem Einkauf, der sie gebracht hat.',
  },
  unusedWaits: 'Eine Prämie, die Sie nicht nutzen, wartet auf Sie, auch wenn die Zählung neu beginnt.',
  returnedItemDoesNotCount: 'Ein Artikel, den Sie zurückgeben, zählt nicht mehr.',
  stepBack: { one: 'Jeder Tag ohne Einkauf kostet eine Stufe.', other: 'Je # Tage ohne Einkauf kosten eine Stufe.' },
  backToStart: {
    one: 'Nach einem Tag ohne Einkauf beginnt es von vorn.',
    other: 'Nach # Tagen ohne Einkauf beginnt es von vorn.',
  },
  returnedDoesNotCount: 'Ein Einkauf, der ganz zurückgegeben wird, zählt nicht mehr.',
  windows: {
    lifetime: 'Alle Ihre Einkäufe werden zusammengezählt, ohne Ende.',
    calendar_year: 'Zusammengezählt werden die Einkäufe eines Kalenderjahres. Am 1. Januar beginnt das Zählen neu.',
    card_year:
      'Zusammengezählt werden die Einkäufe eines Kartenjahres. Ein Jahr nach Ausgabe der Karte beginnt das Zählen neu.',
  },
  rollingDays: {
    one: 'Zusammengezählt werden die Einkäufe des letzten Tages.',
    other: 'Zusammengezählt werden die Einkäufe der letzten # Tage.',
  },
  rollingMonths: {
    one: 'Zusammengezählt werden die Einkäufe des letzten Monats.',
    other: 'Zusammengezählt werden die Einkäufe der letzten # Monate.',
  },
  fromNextPurchase: 'Ein Einkauf zählt für den Rabatt des nächsten, nicht für den eigenen.',
  levelFollows: 'Zurückgegebene Ware wird von der Summe abgezogen, und der Rabatt richtet sich danach.',
  levelStays: 'Ein erreichter Rabatt bleibt, auch wenn Ware zurückgegeben wird.',
  levelHoldsNext: 'Was Sie erreicht haben, gilt auch im ganzen Jahr danach.',
  added: (upTo) => `Das kommt zu dem hinzu, was Ihnen unsere anderen Programme geben, zusammen bis zu ${upTo}.`,
  orderCap: (most) => `Auf einen Einkauf gibt es höchstens ${most} Rabatt; der Rest kostet den vollen Preis.`,
  monthCap: (most) =>
    `In einem Kalendermonat gibt es höchstens ${most} Rabatt; danach gilt bis zum nächsten der volle Preis.`,
  ends: (at) => `Das Programm endet: ${at}.`,
  friendWelcomed: (percent) =>
    `Geben Sie Ihre Karte weiter: Wer noch nie bei uns gekauft hat, bekommt auf den ersten Einkauf ${percent}.`,
  giverOnce: (percent) => `Dafür bringt Ihr eigener nächster Einkauf ${percent} mehr, für jeden Freund einmal.`,
  giverForGood: (percent) => `Dafür bringen Ihre eigenen Einkäufe auf Dauer ${percent} mehr.`,
  friendReturned: {
    one: 'Bringt Ihr Freund innerhalb eines Tages alles zurück, entfällt dieser Vorteil.',
    other: 'Bringt Ihr Freund innerhalb von # Tagen alles zurück, entfällt dieser Vorteil.',
  },
  kept: (before) => `Wer vor ${before} schon dabei war, behält das damals Versprochene, wo immer es mehr bringt.`,
  keptUntil: (before, until) =>
    `Wer vor ${before} schon dabei war, behält bis ${until} das damals Versprochene, wo immer es mehr bringt.`,
};
