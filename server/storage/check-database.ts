import type { Connection } from 'mongoose';
import { isNewEnough, OLDEST_MAJOR } from './embedded/mongod-version.ts';

/** Refuses in words a MongoDB that is too old, or that stands alone and so can acknowledge nothing on a majority. */
export async function checkDatabase(connection: Connection): Promise<void> {
  const admin = connection.getClient().db('admin');
  const { version } = await admin.command({ buildInfo: 1 });
  if (!isNewEnough(String(version))) {
    throw new Error(`This MongoDB is ${version}. Regulars needs MongoDB ${OLDEST_MAJOR}.0 or newer.`);
  }
  const hello = await admin.command({ hello: 1 });
  const isCluster = hello.msg === 'isdbgrid';
  if (typeof hello.setName !== 'string' && !isCluster) {
    throw new Error(
      'This MongoDB stands alone. Regulars needs a replica set (one member is enough): start mongod with --replSet ' +
        'and run rs.initiate() once, or leave MONGODB_URI out and Regulars starts its own.',
    );
  }
}
