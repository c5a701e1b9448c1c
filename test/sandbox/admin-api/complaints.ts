/** A request that Shopify would not have understood, or that the sandbox cannot answer; tests expect none. */
export type Complaint = {
  readonly shop: string;
  /**
   * invalid: not in the schema; deprecated: on its way out; refused: against a rule beside the schema; unanswered: the
   * sandbox has no resolver for it.
   */
  readonly kind: 'invalid' | 'deprecated' | 'refused' | 'unanswered';
  readonly message: string;
  readonly query: string;
};

export type Complain = (complaint: Complaint) => void;

export function createComplaints(): { readonly list: readonly Complaint[]; readonly add: Complain } {
  const list: Complaint[] = [];
  return { list, add: (complaint) => void list.push(complaint) };
}
