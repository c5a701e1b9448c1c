// Starts before anything is installed, so it runs on Node 20 and imports nothing but Node: installs what the lock file
// says when it is not there yet, then hands over to the script named, on the project's own Node 24 with the flags
// that stand before its name. What it says itself goes to stderr, since a script's answer may go into a pipe.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const given = process.argv.slice(2);
const first = given.findIndex((arg) => !arg.startsWith('--'));
const [flags, script, args] = [given.slice(0, first), given[first], given.slice(first + 1)];
const stamp = join(root, 'node_modules', '.regulars-lock');
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

function isInstalled() {
  return existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

if (!isInstalled()) {
  console.error('Installing the dependencies (once) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('npm ci failed; the lines above say why. Nothing else was changed.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

const path = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...flags, join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
