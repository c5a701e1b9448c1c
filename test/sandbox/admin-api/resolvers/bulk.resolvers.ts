import { gid } from '../../world/gid.ts';
import type { BulkOperation } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { dateTime, dateTimeOrNull } from '../values.ts';

export const bulkResolvers: Resolvers = {
  BulkOperation: {
    id: ({ id }: BulkOperation) => gid('BulkOperation', id),
    type: () => 'QUERY',
    status: ({ status }: BulkOperation) => status,
    errorCode: ({ errorCode }: BulkOperation) => errorCode,
    query: ({ query }: BulkOperation) => query,
    objectCount: ({ objectCount }: BulkOperation) => String(objectCount),
    rootObjectCount: ({ rootObjectCount }: BulkOperation) => String(rootObjectCount),
    fileSize: ({ fileSize }: BulkOperation) => (fileSize === null ? null : String(fileSize)),
    url: ({ file }: BulkOperation, _args: never, { bulk }: AdminContext) => (file === null ? null : bulk.urlOf(file)),
    partialDataUrl: () => null,
    createdAt: ({ createdAt }: BulkOperation) => dateTime(createdAt),
    completedAt: ({ completedAt }: BulkOperation) => dateTimeOrNull(completedAt),
  },
};
