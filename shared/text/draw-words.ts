import { assertNever } from '../domain/assert.ts';
import type { Bought, DrawTerms } from '../domain/draw/draw.ts';
import { LOTS_MAX } from '../domain/draw/lots-due.ts';
import type { Format } from './format/format.ts';
import type { Text } from './text.ts';

/** A draw's terms with the names they need; a level without a name is ''. */
export type Told = {
  readonly terms: DrawTerms;
  readonly programName: string | null;
  readonly levelName: string | null;
};

type Speaker = { readonly text: Text; readonly format: Format };

/** Who is in a draw and with how many lots, in words: the same for the merchant and for everybody. */
export function drawWords(told: Told, speaker: Speaker): readonly string[] {
  const { bought, lotPer } = told.terms;
  const words = speaker.text.draws.rule;
  return [
    amongWords(told, speaker),
    ...(bought === null ? [] : boughtWords(bought, speaker)),
    lotPer === null ? words.oneLot : words.lotPer(lotPer, speaker.format.count(LOTS_MAX)),
    words.oneWin,
  ];
}

function amongWords({ terms: { among }, programName, levelName }: Told, { text }: Speaker): string {
  const words = text.draws.rule;
  const program = programName ?? '';
  switch (among.kind) {
    case 'card':
      return words.card;
    case 'program':
      return words.program(program);
    case 'level':
      return words.level(levelName || text.program.words.unnamedLevel(among.level + 1), program);
    default:
      return assertNever(among);
  }
}

function boughtWords(bought: Bought, { text, format }: Speaker): readonly string[] {
  const { from, to, purchases, spentMinor, reachedBy, channels, locationIds } = bought;
  const words = text.draws.rule;
  const asked = [
    ...(purchases === null ? [] : [words.purchases(purchases)]),
    ...(spentMinor === null ? [] : [words.spent(format.money(spentMinor))]),
  ];
  const period = words.period(format.date(from), format.date(to - 1));
  const where = channels.map((channel) => text.customer.sales.channels[channel]);
  return [
    asked.length === 0 ? words.counted(period) : words.bought(asked.join(words.joined[reachedBy]), period),
    ...(where.length === 0 ? [] : [words.channels(where.join(', '))]),
    ...(locationIds.length === 0 ? [] : [words.locations(locationIds.join(', '))]),
  ];
}
