import { posix } from 'node:path';
import { borderOf, coreRefuses } from './borders.ts';
import type { ParsedFile } from './parse-file.ts';

export const FILE_LINES_MAX = 300;
export const FUNCTION_LINES_MAX = 70;
export const LINE_LENGTH_MAX = 120;

/** What may be bigger, by name; a number may only fall. */
export const ratchet: Readonly<Record<string, number>> = {};

/** Where a relative import leads, from the top of the project. */
export const target = (file: string, from: string): string => posix.normalize(posix.join(posix.dirname(file), from));

function mayImport(from: string, allowed: readonly string[]): boolean {
  return allowed.some((name) =>
    name === '*'
      ? true
      : name.endsWith(':') || name.endsWith('/')
        ? from.startsWith(name)
        : from === name || from.startsWith(`${name}/`),
  );
}

/** Forbidden imports of one file, each with its line and why. */
export function borderComplaints(parsed: ParsedFile): string[] {
  const border = borderOf(parsed.file);
  if (border === null) return [`${parsed.file}: its folder is in no row of test/tidy/borders.ts`];
  return parsed.imports.flatMap(({ from, line }) => {
    const isOurs = from.startsWith('.');
    const reached = isOurs ? target(parsed.file, from) : from;
    const allowed = isOurs ? border.areas : border.packages;
    if (mayImport(reached, allowed)) return [];
    return [`${parsed.file}:${line}: ${border.folder} may not import ${reached}`];
  });
}

/** Runaway files, functions and lines. Generated text and pictures are no source and never come here. */
export function sizeComplaints(parsed: ParsedFile): string[] {
  const lines = parsed.text.split('\n');
  const max = ratchet[parsed.file] ?? FILE_LINES_MAX;
  const long = lines.flatMap((text, i) =>
    text.length > LINE_LENGTH_MAX ? [`${parsed.file}:${i + 1}: a line of ${text.length}`] : [],
  );
  const functions = parsed.functions
    .filter((f) => f.lines > FUNCTION_LINES_MAX)
    .map((f) => `${parsed.file}:${f.line}: ${f.name} has ${f.lines} lines`);
  const file = lines.length - 1 > max ? [`${parsed.file}: ${lines.length - 1} lines, at most ${max}`] : [];
  return [...file, ...functions, ...long];
}

const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:])\/\/.*$/gm, '$1');

/** Clocks, dice, environment and loose ends where they do not belong. */
export function habitComplaints(parsed: ParsedFile): string[] {
  const { file } = parsed;
  const code = withoutComments(parsed.text);
  const complaints: string[] = [];
  const say = (why: string) => complaints.push(`${file}: ${why}`);
  if (file.startsWith('shared/domain/')) {
    for (const { pattern, why, except } of coreRefuses) {
      if (pattern.test(code) && (except === '' || !file.startsWith(except))) say(why);
    }
  }
  const isServer = file.startsWith('server/') || file.startsWith('webhooks/');
  if (
    isServer &&
    file !== 'server/config.ts' &&
    !file.startsWith('server/storage/embedded/') &&
    /\bprocess\.env\b/.test(code)
  ) {
    say('only server/config.ts reads process.env');
  }
  if (isServer && file !== 'server/main.ts' && /\bprocess\.exit\b/.test(code))
    say('only server/main.ts may end the process');
  if (parsed.onlyReExports) say('a barrel: import the file that holds the thing');
  if (/\b(describe|it|test)\.(skip|only)\(/.test(code)) say('a test that is skipped or runs alone');
  if (/\bas any\b|@ts-ignore|@ts-expect-error|@ts-nocheck/.test(code)) say('the compiler is silenced');
  return complaints;
}

/** Circles among files; types alone make none, since they are gone when the code runs. */
export function cycleComplaints(files: readonly ParsedFile[]): string[] {
  const edges = new Map(
    files.map((f) => [
      f.file,
      f.imports.filter((i) => i.from.startsWith('.') && !i.typeOnly).map((i) => target(f.file, i.from)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push(`a circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
    if (done.has(file) || path.includes(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
}
