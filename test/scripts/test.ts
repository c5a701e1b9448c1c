// Everything: types, style, and every test in the project against one real MongoDB and a real Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import { buildOnce } from './build-once.ts';
import { finish, holds, jest } from './steps.ts';

const say = (line: string) => console.log(line);
const startedAt = performance.now();
const types = await holds('types', 'tsc', ['--noEmit']);
const style = await holds('style', 'biome', ['check', '--error-on-warnings']);
await buildOnce(say);

const dataDir = mkdtempSync(join(tmpdir(), 'regulars-test-'));
const mongo = await startEmbeddedMongo({ dataDir, say });
const only = process.argv.slice(2);
const tests = await jest(['--maxWorkers=2', '--silent', ...only], { TEST_MONGODB_URI: mongo.uri });
await mongo.stop();
rmSync(dataDir, { recursive: true, force: true });
finish([types, style, tests], startedAt);
