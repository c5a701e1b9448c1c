const { imul } = Math;

/** JSON with the names in one order, so that equal contents are equal text wherever they were read from. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields: Readonly<Record<string, unknown>> = { ...value };
  let text = '';
  for (const name of Object.keys(fields).sort()) {
    if (fields[name] !== undefined) text += `${JSON.stringify(name)}:${canonical(fields[name])},`;
  }
  return `{${text}}`;
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * 16 hexadecimal digits that stand for the contents of a fact, so that two tellings can be told apart and put in an
 * order that does not depend on their arrival. No secret is in it and it proves nothing.
 */
export function digest(value: unknown): string {
  const text = canonical(value);
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i += 1) {
    a = imul(a ^ text.charCodeAt(i), 0x01000193);
    b = imul(b ^ text.charCodeAt(i), 0x85ebca6b);
    b ^= b >>> 15;
  }
  return hex(a) + hex(b);
}
