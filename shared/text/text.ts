import { en } from './en.ts';

/** Every sentence people read. Another language is another file of this type; the compiler asks for every sentence. */
export type Text = typeof en;

const TEXTS: Readonly<Record<string, Text>> = { en };

/** Languages the screens can speak, each named in itself. */
export const LANGUAGES: readonly { readonly code: string; readonly name: string }[] = [{ code: 'en', name: 'English' }];

/** The texts for a language tag such as `de-AT`; English where we do not speak it yet. */
export function textOf(language: string): Text {
  return TEXTS[language] ?? TEXTS[language.split('-')[0] ?? ''] ?? en;
}
