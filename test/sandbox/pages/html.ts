/** Text that is already HTML. Only `html` and `trusted` make it, so that nothing unescaped reaches a page. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | false | undefined | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escaped for text and for quoted attributes alike. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Marks markup as safe without escaping: for our own files and for JSON made by `scriptJson`, never for data. */
export const trusted = (markup: string): Html => ({ markup });

/** A piece of a page; everything put into it is escaped, but for pieces made the same way. `null` shows nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings.reduce((text, piece, i) => text + piece + (i < parts.length ? render(parts[i]) : ''), '');
  return { markup };
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isHtml(part) ? part.markup : part.map(render).join('');
}

const isHtml = (part: Html | readonly Part[]): part is Html => 'markup' in part;

/** A value for a script in the page: no `<` is left in it, so it cannot end the script. */
export const scriptJson = (value: unknown): Html => trusted(JSON.stringify(value).replaceAll('<', '\\u003c'));
