import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({
  bulkOperationRunQuery: z.object({ bulkOperation: z.object({ id: z.string() }).nullable(), userErrors }),
});

/** Children are put right behind their parents, so that a result of any size is read as it comes. */
export const runBulkDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'RunBulk',
  text: `mutation RunBulk($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) { bulkOperation { id } userErrors { code field } }
  }`,
  cost: 10,
  isRepeatable: false,
  answer,
};
