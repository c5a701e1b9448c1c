// Hands a file of past orders over to the Regulars that runs: see server/files/README.md.
import { join } from 'node:path';
import { runImport } from '../../server/command/import/run-import.ts';
import { readConfig } from '../../server/config.ts';
import { ids } from '../../server/ids.ts';
import { findRunningDatabase } from '../../server/storage/embedded/running-database.ts';
import { openStorage } from '../../server/storage/open-storage.ts';
import { root } from './steps.ts';

const config = readConfig();
if (!config.ok) {
  for (const { name, why } of config.error) console.error(`${name}: ${why}`);
  process.exit(2);
}
const { mongodbUri, dataDir, encryptionKeys } = config.value;

/** The database that was named, as for the server; else that of a server or a demo that runs on this machine. */
async function findUri(): Promise<string | null> {
  if (mongodbUri !== null) return mongodbUri;
  for (const folder of [dataDir, join(root, '.data', 'demo')]) {
    const running = await findRunningDatabase(folder);
    if (running !== null) return running;
  }
  return null;
}

async function open() {
  const uri = await findUri();
  return uri === null ? null : openStorage({ uri, encryptionKeys, newInboxId: ids.inbox });
}

let isStopped = false;
let askedAt = 0;
// npm and the terminal both pass Ctrl-C on, so it comes more than once; only a later one ends us in the middle.
process.on('SIGINT', () => {
  if (isStopped && performance.now() - askedAt > 1000) process.exit(130);
  if (!isStopped) askedAt = performance.now();
  isStopped = true;
});

process.exitCode = await runImport(process.argv.slice(2), open, {
  // npm moves to the project; paths are meant from where the command was typed.
  from: process.env.INIT_CWD ?? process.cwd(),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  now: () => performance.now(),
  isStopped: () => isStopped,
});
