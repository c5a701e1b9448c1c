import { type Connection, createConnection } from 'mongoose';
import { AppError } from '../app/ports/app-error.ts';
import type { Stores } from '../app/ports/stores.ts';
import { createPatience } from './bounded.ts';
import { openCollections } from './collections.ts';
import { CONNECTION } from './connection-options.ts';
import { createMongoPurchaseStore } from './purchase/mongo-purchase-store.ts';
import { createMongoCostStore } from './variant-cost/mongo-cost-store.ts';
import { isDatabaseAway, withWorldFailures } from './world-failures.ts';

const CONNECTIONS_MAX = 3;

/** What a simulation reads, and nothing else: no keys, no indexes, no other store. */
export async function openPast(uri: string): Promise<{
  readonly stores: Pick<Stores, 'purchases' | 'costs'>;
  readonly close: () => Promise<void>;
}> {
  const connection = await connect(uri);
  const { purchases, variantCosts } = openCollections(connection, createPatience());
  return {
    stores: {
      purchases: withWorldFailures(createMongoPurchaseStore(purchases)),
      costs: withWorldFailures(createMongoCostStore(variantCosts)),
    },
    close: () => connection.close(),
  };
}

async function connect(uri: string): Promise<Connection> {
  try {
    return await createConnection(uri, { ...CONNECTION, maxPoolSize: CONNECTIONS_MAX }).asPromise();
  } catch (error) {
    throw isDatabaseAway(error) ? new AppError('database_unanswered', true, error) : error;
  }
}
