// What if a program had run over a file of past orders: see server/files/README.md for both files.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// A third of a short run would be reading our own source.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'simulate'));
const { runSimulate } = await import('../../server/command/simulate/run-simulate.ts');

// Whoever reads may have seen enough, as `head` has.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runSimulate(process.argv.slice(2), {
  // npm moves to the project; paths are meant from where the command was typed.
  from: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => performance.now(),
});
