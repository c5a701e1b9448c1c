import type { Chance } from '../ports/ids.ts';

/** Bytes nobody can guess, as hexadecimal digits. */
export const hexChance = (chance: Chance, bytes: number): string =>
  Array.from(chance.bytes(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
