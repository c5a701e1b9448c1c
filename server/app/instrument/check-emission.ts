import type { Fault, Wrong } from '../../../shared/domain/fault.ts';
import type { Instant, ProgramId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/instrument/card.ts';

/** What a series shall be, with the prefix of the shop's cards. */
export type Emission = {
  readonly programId: ProgramId;
  readonly name: string;
  readonly prefix: string;
  readonly count: number;
  readonly expiresAt: Instant | null;
};

const COUNT_MAX = 100_000;
const NAME_MAX = 80;
/**
 * A shop has 10^8 numbers, eight digits behind its prefix. With a hundredth of them out and all in people's hands, a
 * guess hits one in a hundred times, and the 200 wrong ones that a shop allows an hour hit two cards; with the 20,000
 * cards of a busy shop they hit one in a day. Beyond a hundredth the numbers would be too short (decision 0017).
 */
const NUMBERS_MAX = 1_000_000;

/** All that speaks against the emission, by field; `others` are the shop's series without the one that goes on. */
export function checkEmission(
  { name, prefix, count, expiresAt }: Emission,
  others: readonly Series[],
  now: Instant,
): readonly Fault[] {
  const faults: Fault[] = [];
  const say = (path: keyof Emission, wrong: Wrong) => faults.push({ path, ...wrong });
  if (name === '') say('name', { code: 'series_name_missing' });
  if (name.length > NAME_MAX) say('name', { code: 'too_long', facts: { max: NAME_MAX } });
  if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX)
    say('count', { code: 'cards_out_of_range', facts: { max: COUNT_MAX } });
  else if (count > roomOf(prefix, others))
    say('count', { code: 'cards_guessable', facts: { room: roomOf(prefix, others) } });
  if (expiresAt !== null && expiresAt <= now) say('expiresAt', { code: 'expiry_in_the_past' });
  return faults;
}

const roomOf = (prefix: string, others: readonly Series[]): number =>
  others.reduce((room, series) => (series.prefix === prefix ? room - series.count : room), NUMBERS_MAX);
