import { parseSync } from 'vite';

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

export type ParsedFile = {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly line: number; readonly typeOnly: boolean }[];
  readonly functions: readonly { readonly name: string; readonly line: number; readonly lines: number }[];
  readonly onlyReExports: boolean;
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node);
  }
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** In tests the outer `describe` is free: a function handed to it holds sentences, not logic. */
function isDescribe(parent: Node | null): boolean {
  const callee = parent?.type === 'CallExpression' ? (parent.callee as Node) : null;
  return callee?.type === 'Identifier' && callee.name === 'describe';
}

/** A battery is such a `describe`, handed to the stand-in and to the real thing. */
const isBattery = (file: string, node: Node): boolean =>
  file.endsWith('.battery.ts') && isNode(node.id) && String(node.id.name).endsWith('Battery');

/** Reads one source file: its imports, how long its functions are, and whether it only hands on others' exports. */
export function parseFile(file: string, text: string): ParsedFile {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i += 1) if (text[i] === '\n') lineStarts.push(i + 1);
  const lineOf = (at: number) => lineStarts.findLastIndex((start) => start <= at) + 1;
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports = module.staticImports.map((i) => ({
    from: i.moduleRequest.value,
    line: lineOf(i.start),
    typeOnly: i.entries.length > 0 && i.entries.every((e) => e.isType),
  }));
  const handedOn = module.staticExports.flatMap((e) => e.entries.filter((x) => x.moduleRequest !== null));
  const more = handedOn.map((e) => ({ from: e.moduleRequest?.value ?? '', line: lineOf(e.start), typeOnly: e.isType }));
  const dynamic = module.dynamicImports.map((d) => ({
    from: text.slice(d.moduleRequest.start, d.moduleRequest.end).replaceAll(/['"`]/g, ''),
    line: lineOf(d.start),
    typeOnly: false,
  }));
  const functions: { name: string; line: number; lines: number }[] = [];
  walk(program as unknown as Node, (node, parent) => {
    if (!FUNCTIONS.has(node.type) || isDescribe(parent) || isBattery(file, node)) return;
    const id = (isNode(node.id) ? node.id : parent && isNode(parent.id) ? parent.id : null) as Node | null;
    const line = lineOf(node.start);
    functions.push({ name: String(id?.name ?? 'a function'), line, lines: lineOf(node.end) - line + 1 });
  });
  // Handing on a package is what the kit is for; handing on our own files is a barrel.
  const handsOnOurs = (n: Node) => isNode(n.source) && String(n.source.value).startsWith('.');
  const body = (program as unknown as { body: readonly Node[] }).body;
  const onlyReExports = body.length > 0 && body.every((n) => n.type.startsWith('Export') && handsOnOurs(n));
  return { file, text, imports: [...imports, ...more, ...dynamic], functions, onlyReExports };
}
