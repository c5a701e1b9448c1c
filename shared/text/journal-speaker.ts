import type { Format } from './format/format.ts';
import type { Text } from './text.ts';

/** What the words need to know: the language's sentences, how it writes values, and what programs are called. */
export type JournalSpeaker = {
  readonly text: Text;
  readonly format: Format;
  readonly programNames: Readonly<Record<string, string>>;
};
