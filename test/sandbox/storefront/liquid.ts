import { escaped } from '../pages/html.ts';

/** What a template may name and use; a filter takes the text before it. */
export type LiquidWorld = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly filters: Readonly<Record<string, (text: string) => string>>;
};

const BLOCK = /\{%-?\s*(comment|schema)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g;
const IF = /\{%-?\s*if\s+([\w.]+)\s*-?%\}([\s\S]*?)\{%-?\s*endif\s*-?%\}/g;
const OUTPUT = /\{\{-?\s*(.+?)\s*-?\}\}/g;

/**
 * The little of Liquid that our blocks use: output with filters, one `if`, comments and the schema. Anything else is
 * refused, so that a block never seems to work here and does not in a theme.
 */
export function renderLiquid(template: string, world: LiquidWorld): string {
  const shown = template
    .replaceAll(BLOCK, '')
    .replaceAll(IF, (_match, path: string, inner: string) => (isTrue(lookUp(path, world)) ? inner : ''));
  if (shown.includes('{%')) throw new Error(`a tag of Liquid that is not known here: ${/\{%.*?%\}/.exec(shown)?.[0]}`);
  return shown.replaceAll(OUTPUT, (_match, expression: string) => outputOf(expression, world));
}

/** In Liquid only nothing and false are false. */
const isTrue = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

function outputOf(expression: string, world: LiquidWorld): string {
  const [first = '', ...filters] = expression.split('|').map((part) => part.trim());
  const quoted = /^'([^']*)'$/.exec(first)?.[1];
  const start = quoted ?? textOf(lookUp(first, world));
  return filters.reduce((text, name) => {
    const filter = name === 'escape' ? escaped : world.filters[name];
    if (filter === undefined) throw new Error(`a filter of Liquid that is not known here: ${name}`);
    return filter(text);
  }, start);
}

const textOf = (value: unknown): string => (isTrue(value) ? String(value) : '');

function lookUp(path: string, { values }: LiquidWorld): unknown {
  return path.split('.').reduce<unknown>((holder, name) => {
    if (typeof holder !== 'object' || holder === null) return undefined;
    return (holder as Readonly<Record<string, unknown>>)[name];
  }, values);
}

/** The settings of a block as a merchant finds them: the defaults of its schema. */
export function defaultSettings(template: string): Readonly<Record<string, unknown>> {
  const schema = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(template)?.[1] ?? '{}';
  const { settings = [] } = JSON.parse(schema) as {
    readonly settings?: readonly { readonly id: string; readonly default?: unknown }[];
  };
  return Object.fromEntries(settings.map((each) => [each.id, each.default]));
}
