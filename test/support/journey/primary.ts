import { mongo } from 'mongoose';
import type { EmbeddedMongo } from '../../../server/storage/embedded/embedded-mongo.ts';
import type { Member } from '../../../server/storage/embedded/member.ts';
import { eventually } from '../merchant.ts';

const CHOSEN_WITHIN_MS = 30_000;

/** The member that takes writes at this moment; waits while there is none. */
export async function primaryOf({ members }: Pick<EmbeddedMongo, 'members'>): Promise<Member> {
  const look = async () => {
    const isFirst = await Promise.all(members.map(isPrimary));
    return members[isFirst.indexOf(true)] ?? null;
  };
  const found = await eventually(look, Boolean, CHOSEN_WITHIN_MS);
  if (found === null) throw new Error('the replica set has no primary');
  return found;
}

async function isPrimary({ port, pid }: Member): Promise<boolean> {
  if (pid() === null) return false;
  const options = { directConnection: true, serverSelectionTimeoutMS: 2000 };
  const client = await mongo.MongoClient.connect(`mongodb://127.0.0.1:${port}/`, options).catch(() => null);
  try {
    return (await client?.db('admin').command({ hello: 1 }))?.isWritablePrimary === true;
  } finally {
    await client?.close();
  }
}
