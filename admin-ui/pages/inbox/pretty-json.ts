const INDENT = '  ';

/**
 * Lays JSON out for reading without parsing it: every number and text stays digit for digit as it was sent, and what is
 * no valid JSON is shown as well as it goes. `charsMax` bounds the work on a very long body.
 */
export function prettyJson(json: string, charsMax: number): string {
  const tokens = json.slice(0, charsMax).match(/"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  let text = '';
  const newLine = () => `\n${INDENT.repeat(Math.max(0, depth))}`;
  for (const [index, token] of tokens.entries()) {
    if (token === '}' || token === ']') {
      depth -= 1;
      text += isOpening(tokens[index - 1]) ? token : newLine() + token;
    } else if (isOpening(token)) {
      depth += 1;
      text += isClosing(tokens[index + 1]) ? token : token + newLine();
    } else if (token === ',') text += token + newLine();
    else text += token === ':' ? ': ' : token;
  }
  return text;
}

const isOpening = (token: string | undefined) => token === '{' || token === '[';
const isClosing = (token: string | undefined) => token === '}' || token === ']';
