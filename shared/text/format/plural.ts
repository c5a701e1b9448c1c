/** The forms a language may need; `other` is asked when a language's own form is left out. */
export type PluralForms = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/**
 * Makes the plural helper of one language: picks the form and puts the count, written as the language writes it,
 * in place of the first `#` (a later one may be part of a name).
 */
export function createPlural(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', () => number.format(count));
}
