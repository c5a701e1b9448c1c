/** A request that Shopify would not have understood, or that the sandbox cannot answer; tests expect none. */
export type Complaint = {
  readonly shop: string;
  /** invalid: not in the schema; deprecated: on its way out; unanswered: the sandbox has no resolver for it. */
  readonly kind: 'invalid' | 'deprecated' | 'unanswered' | 'refused';
  readonly message: string;
  readonly query: string;
};
