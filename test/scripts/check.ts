// The daily loop: types, house rules, tests of the core and the use cases. No database, no network; of the random
// histories of each law a tenth.
import { finish, holds, jest } from './steps.ts';

const startedAt = performance.now();
const types = holds('types', 'tsc', ['--noEmit']);
const style = holds('style', 'biome', ['check', '--error-on-warnings']);
const tests = jest(['test/domain', 'test/app', 'test/tidy', '--silent'], { HISTORIES: '1000' });
finish(await Promise.all([types, style, tests]), startedAt);
