import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CardNumber } from '../../../shared/domain/ids.ts';

/** More would only make the index wide; nobody types as far. */
const WORD_MAX = 40;
const WORDS_MAX = 30;
const TOKENS_MAX = 5;

/** One form for what is stored and what is typed: small letters, without accents. */
export const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const partsOf = (text: string): readonly string[] => plainText(text).split(/[^\p{L}\p{N}]+/u);
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const unique = (words: readonly string[], max: number): readonly string[] =>
  [...new Set(words.map((word) => word.slice(0, WORD_MAX)).filter((word) => word !== ''))].slice(0, max);

type Found = Pick<Customer, 'firstName' | 'patronymic' | 'surname' | 'email' | 'phone' | 'foreignId'>;

/** First name and surname in both orders, so that a common name of two common words is still found (directory.ts). */
function phrases(firstName: string | null, surname: string | null): readonly string[] {
  const [first, last] = [firstName, surname].map((name) =>
    partsOf(name ?? '')
      .join(' ')
      .trim(),
  );
  return first && last ? [`${first} ${last}`, `${last} ${first}`] : [];
}

/**
 * Words by whose beginning a customer is found: of the name, of the e-mail (whole, and in parts), phone digits, and
 * what an earlier system called them.
 */
export function customerWords({ firstName, patronymic, surname, email, phone, foreignId }: Found): readonly string[] {
  const names = [surname, firstName, patronymic].flatMap((name) => partsOf(name ?? ''));
  const [mailbox = '', domain = ''] = plainText(email ?? '').split('@');
  // Everybody's address ends alike (`com`), so that part finds nobody.
  const mail = email === null ? [] : [plainText(email), ...partsOf(mailbox), ...partsOf(domain).slice(0, -1)];
  const foreign = foreignId === null ? [] : [plainText(foreignId), ...partsOf(foreignId)];
  return unique([...names, ...mail, digitsOf(phone ?? ''), ...phrases(firstName, surname), ...foreign], WORDS_MAX);
}

/** Card numbers are words too. */
export const cardWords = (cards: readonly CardNumber[]): readonly string[] => unique(cards, WORDS_MAX);

/**
 * What was typed as beginnings of words, the longest (the most telling) first; each has to fit. A text of digits and
 * the signs people write in phone and card numbers is one number; an e-mail address stays whole.
 */
export function searchTokens(typed: string): readonly string[] {
  if (/^[+\d\s()./-]*\d[+\d\s()./-]*$/.test(typed)) return unique([digitsOf(typed)], 1);
  const tokens = typed.split(/\s+/).flatMap((part) => (part.includes('@') ? [plainText(part)] : partsOf(part)));
  return [...unique(tokens, TOKENS_MAX)].sort((a, b) => b.length - a.length);
}

/** The words typed, as they follow one another. */
export const searchPhrase = (typed: string): string => partsOf(typed).join(' ').trim().slice(0, WORD_MAX);
