declare const brand: unique symbol;

/** A string or number that only the parser beside its type can make. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
