// The daily loop: types, house rules, tests of the core and the use cases. No database, no network.
import { finish, holds, jest } from './steps.ts';

const startedAt = performance.now();
const types = holds('types', 'tsc', ['--noEmit']);
const style = holds('style', 'biome', ['check', '--error-on-warnings']);
const tests = jest(['test/domain', 'test/app', 'test/tidy', '--silent']);
finish(await Promise.all([types, style, tests]), startedAt);
