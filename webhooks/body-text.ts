import { isUtf8 } from 'node:buffer';
import { type Fault, unreadable } from '../shared/domain/fault.ts';
import type { Result } from '../shared/domain/result.ts';

/** No JSON begins like this, so what is kept as bytes is never mistaken for text. */
const AS_BYTES = 'data:application/octet-stream;base64,';

/** A raw body as the inbox keeps it: its text, or, where it is none, its bytes. Nothing is lost and nothing guessed. */
export const bodyText = (raw: Buffer): string =>
  isUtf8(raw) ? raw.toString('utf8') : `${AS_BYTES}${raw.toString('base64')}`;

const fault = (why: string): Result<never, readonly Fault[]> => ({ ok: false, error: [unreadable('', why)] });

/** The JSON of a filed body. */
export function readBody(text: string): Result<unknown, readonly Fault[]> {
  if (text.startsWith(AS_BYTES)) return fault('this is not UTF-8');
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return fault('this is not JSON');
  }
}
