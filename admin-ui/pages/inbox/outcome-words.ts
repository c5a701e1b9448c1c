/** What came of a delivery, in words where we have them; a code we have none for is made readable. */
export function outcomeWords(outcome: string, words: Readonly<Record<string, string>>): string {
  const known = words[outcome];
  if (known !== undefined) return known;
  const plain = outcome.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
