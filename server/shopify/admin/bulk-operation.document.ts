import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';

const answer = z.object({
  bulkOperation: z
    .object({
      id: z.string(),
      status: z.string(),
      errorCode: z.string().nullable(),
      objectCount: z.union([z.string(), z.number()]),
      url: z.string().nullable(),
    })
    .nullable(),
});

export const bulkOperationDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'BulkOperation',
  text: 'query BulkOperation($id: ID!) { bulkOperation(id: $id) { id status errorCode objectCount url } }',
  cost: 1,
  isRepeatable: true,
  answer,
};
