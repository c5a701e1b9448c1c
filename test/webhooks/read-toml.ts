/** A table of the file, as far as ours goes: texts, yes and no, lists of texts. */
export type TomlTable = { readonly name: string; readonly values: Readonly<Record<string, unknown>> };

const HEAD = /^\[{1,2}([\w.-]+)\]{1,2}$/;

/**
 * The tables of a TOML file in order, each of a list of tables by itself. Reads what `shopify.app.toml` uses and throws
 * at anything else, so that nothing is taken for granted that was not read.
 */
export function readToml(text: string): readonly TomlTable[] {
  const tables: { name: string; values: Record<string, unknown> }[] = [{ name: '', values: {} }];
  for (const line of statements(text)) {
    const head = HEAD.exec(line);
    if (head !== null) {
      tables.push({ name: head[1] ?? '', values: {} });
      continue;
    }
    const [, key = '', value = ''] = /^([\w.]+)\s*=\s*(.+)$/s.exec(line) ?? [];
    const values = tables.at(-1)?.values ?? {};
    if (key === '' || key in values) throw new Error(`not understood: ${line}`);
    values[key] = readValue(value);
  }
  return tables;
}

/** Lines without comments; a list over several lines is one statement. */
function statements(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*#.*$/, '').trim())
    .filter((line) => line !== '');
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isOpen = last !== undefined && /=\s*\[/.test(last) && !last.endsWith(']');
    if (isOpen) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined;
}

/** Texts without escapes, lists and the two words are written in TOML as in JSON, but for a comma at the end. */
function readValue(text: string): unknown {
  return JSON.parse(text.replace(/,\s*\]$/, ']'));
}
