import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAdmin } from '../../admin-ui/build.ts';
import { buildFunctions } from '../../extension/build-functions.ts';
import { root } from './steps.ts';

type Build = {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly build: () => Promise<unknown>;
};

const builds: readonly Build[] = [
  {
    name: 'admin pages',
    inputs: ['admin-ui/**/*', 'shared/{contract,domain,text}/**/*', 'package-lock.json'],
    output: 'dist/admin/index.html',
    build: () => buildAdmin(),
  },
  {
    name: 'checkout functions',
    inputs: ['extension/*.ts', 'extension/*-function/**/*', 'shared/domain/**/*', 'package-lock.json'],
    output: 'dist/function/capped-function.js',
    build: () => buildFunctions(),
  },
];

/** What a build is made of, as one number. */
function fingerprint(inputs: readonly string[]): string {
  const files = globSync([...inputs], { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

/** Builds the admin pages and the Function, each only when something it is made of has changed since. */
export async function buildOnce(say: (line: string) => void): Promise<void> {
  for (const { name, inputs, output, build } of builds) {
    const stamp = join(root, 'dist', `.${name.replaceAll(' ', '-')}`);
    const wanted = fingerprint(inputs);
    if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
    say(`Building the ${name} …`);
    await build();
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, wanted);
  }
}
