import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { AppError } from '../../app/ports/app-error.ts';

/** A parent of a bulk result and the lines that name it as theirs. */
export type Group = { readonly id: string; readonly parent: unknown; readonly children: readonly unknown[] };

const line = z.looseObject({ id: z.string(), __parentId: z.string().optional() });

/**
 * The file of a bulk operation, one group at a time, so that its size does not matter. Children lie right behind their
 * parent, as we asked for them; a stray one would lose its order a line, so it ends the reading aloud.
 */
export async function* readGroups(url: string): AsyncIterable<Group> {
  let group: { id: string; parent: unknown; children: unknown[] } | null = null;
  for await (const text of linesOf(url)) {
    const read = line.safeParse(parsed(text));
    if (!read.success) throw new AppError('shopify_refused', false, 'bulk result: a line that is none');
    const { id, __parentId: parentId } = read.data;
    if (parentId === undefined) {
      if (group !== null) yield group;
      group = { id, parent: read.data, children: [] };
    } else if (group?.id === parentId) {
      group.children.push(read.data);
    } else {
      throw new AppError('shopify_refused', false, `bulk result: ${id} lies apart from its parent`);
    }
  }
  if (group !== null) yield group;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The lines of a file as they arrive. The address is Shopify's and carries its own proof, so no token goes along. */
async function* linesOf(url: string): AsyncIterable<string> {
  try {
    const response = await fetch(url);
    if (!response.ok || response.body === null) throw new AppError('shopify_unavailable', true, response.status);
    const stream = Readable.fromWeb(response.body as ReadableStream);
    try {
      for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (text !== '') yield text;
      }
    } finally {
      // Whoever stops reading half way leaves no connection open.
      stream.destroy();
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('shopify_unavailable', true, error);
  }
}
