/** Who does it: a staff member's id as Shopify's session token names it, or null for the machine. */
export type By = string | null;
