import { z } from 'zod';

const PAGE_MAX = 100;

/** A text of a query, left out or once. */
export const text = (max: number) => z.string().max(max).default('');

/** A text that is null when left out or empty. */
export const textOrNull = (max: number) =>
  z
    .string()
    .max(max)
    .default('')
    .transform((value) => (value === '' ? null : value));

/** A list joined by commas, each of a closed set; left out or empty: no restriction. */
export const listOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .max(400)
    .default('')
    .transform((value) => (value === '' ? [] : value.split(',')))
    .pipe(z.array(z.enum(values)).max(values.length));

/** How many rows of a page: 1 to 100, 50 when left out. */
export const pageMax = z.coerce.number().int().min(1).max(PAGE_MAX).default(50);
