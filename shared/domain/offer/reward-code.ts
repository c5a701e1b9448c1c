import type { Brand } from '../brand.ts';

/** A code as checkout takes it, e.g. `REG-7K2Q-XH4M-TP3W-9ADR`: 80 bits of chance that nobody guesses. */
export type RewardCode = Brand<string, 'RewardCode'>;

/** Bytes of chance for one code. */
export const CODE_BYTES = 16;

/** Without those that are taken for one another when they are read aloud or copied by hand. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const FORM = /^REG(-[2-9A-HJ-NP-Z]{4}){4}$/;

/** Makes a code of 16 random bytes, five bits of each. */
export function makeRewardCode(bytes: Uint8Array): RewardCode {
  const letters = [...bytes.subarray(0, CODE_BYTES)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `REG-${letters.replace(/(.{4})(?=.)/g, '$1-')}` as RewardCode;
}

/** Reads a code of ours in whatever letters it was typed; null: somebody else's code, or none. */
export function readRewardCode(text: string): RewardCode | null {
  const code = text.trim().toUpperCase();
  return FORM.test(code) ? (code as RewardCode) : null;
}
