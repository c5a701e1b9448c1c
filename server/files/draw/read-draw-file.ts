import { z } from 'zod';
import { parseLotNumber } from '../../../shared/domain/draw/lots.ts';
import type { PublicDraw } from '../../../shared/domain/draw/verify-draw.ts';
import { type Fault, unreadable } from '../../../shared/domain/fault.ts';
import type { LotNumber } from '../../../shared/domain/ids.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits, small');

const lot = z.string().transform((text, context): LotNumber => {
  const read = parseLotNumber(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'not the number of a lot' });
  return z.NEVER;
});

/** The public file of a draw (server/files/README.md). */
const drawFile = z.object({
  format: z.literal('regulars-draw-1'),
  terms: z.string(),
  commitment: hash,
  list_hash: hash.nullable(),
  seed: hash.nullable(),
  winners: z.array(z.object({ prize: z.string(), lot })).nullable(),
  lots: z.array(lot).nullable(),
});

/** What a verifier reads of the terms. */
const termsFile = z.object({
  format: z.literal('regulars-draw-1'),
  prizes: z.array(z.object({ name: z.string(), count: z.int().min(1).max(1000) })).max(20),
});

type Read = Result<PublicDraw, { readonly faults: readonly Fault[] }>;

const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.map(({ path, message }) => unreadable(path.map(String).join('.'), message));

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads the file of a draw, or says everything that is wrong with its shape. */
export function readDrawFile(value: unknown): Read {
  const read = drawFile.safeParse(value);
  if (!read.success) return refused({ faults: faultsOf(read.error) });
  const terms = termsFile.safeParse(parsedOrNull(read.data.terms));
  if (!terms.success) return refused({ faults: faultsOf(terms.error).map((f) => ({ ...f, path: `terms.${f.path}` })) });
  const { list_hash: listHash, ...draw } = read.data;
  return ok({ ...draw, prizes: terms.data.prizes, listHash });
}
