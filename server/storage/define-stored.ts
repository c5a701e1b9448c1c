import { type IndexDefinition, Schema, type SchemaDefinition } from 'mongoose';
import type { Tenanted } from './tenant-collection.ts';

type Options = {
  readonly unique?: true;
  readonly name?: string;
  readonly partialFilterExpression?: Record<string, unknown>;
  readonly expireAfterSeconds?: number;
};
export type Index = { readonly fields: Record<string, 1 | -1>; readonly options?: Options };

/** A stored thing: the name of its collection, its fields, its indexes. `row` is never set: it carries the type. */
export type Stored<D extends Tenanted> = {
  readonly name: string;
  readonly schema: Schema;
  readonly indexes: readonly Index[];
  /** Written lightly, so it is read as it lies on the first member and not as a majority has it (decision 0046). */
  readonly isLight: boolean;
  readonly row?: D;
};

/**
 * Describes a collection. Its schema refuses unknown fields; indexes are made by `openStorage` alone, never by the way.
 * Every index begins with the shop, unless a job that serves all shops needs it.
 */
export function defineStored<D extends Tenanted>(
  name: string,
  fields: SchemaDefinition,
  indexes: readonly Index[],
  { isLight = false }: { readonly isLight?: boolean } = {},
): Stored<D> {
  const schema = new Schema(
    { shop: { type: String, required: true }, ...fields },
    { collection: name, strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
  );
  for (const { fields: keys, options } of indexes) schema.index(keys as IndexDefinition, options ?? {});
  return { name, schema, indexes, isLight };
}

/** Kinds of field, as short words: an instant is a number of milliseconds, and so is every amount. */
export const text = { type: String } as const;
export const wholeText = { type: String, required: true } as const;
export const number = { type: Number } as const;
export const wholeNumber = { type: Number, required: true } as const;
export const flag = { type: Boolean } as const;
export const sealed = { type: Buffer, required: true } as const;
/** As the core has it; its codec knows the type. */
export const asIs = { type: Schema.Types.Mixed } as const;
