import type { Hashing } from '../../../shared/domain/draw/hashing.ts';
import type { Chance } from '../ports/ids.ts';

/** Without letters and digits that are taken for one another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 20;
const GROUP = 5;

/** 100 bits as people read them to one another: `7KQ2M-XHD4T-…`. */
export function makeInvitationCode(chance: Chance): string {
  const letters = Array.from(chance.bytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? letters;
}

/** What is kept of a code, however it was typed. */
export const hashInvitationCode = ({ sha256 }: Hashing, typed: string): string =>
  sha256(`club invitation ${typed.toUpperCase().replace(/[^0-9A-Z]/g, '')}`);
