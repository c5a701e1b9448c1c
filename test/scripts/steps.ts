import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** What a step proved: how many sentences held and how many did not. */
export type Tally = { readonly passed: number; readonly failed: number };

/** Runs a command with its output shown; answers its exit code. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A step that holds or does not: it counts as one. */
export async function holds(name: string, command: string, args: readonly string[]): Promise<Tally> {
  const startedAt = performance.now();
  const code = await run(bin(command), args);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs Jest over the paths given; a run that found no test has failed. */
export async function jest(args: readonly string[], env: Record<string, string> = {}): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-jest-'));
  const outputFile = join(folder, 'result.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-old-space-size=4096'];
  const script = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const code = await run(process.execPath, [...flags, script, '--json', `--outputFile=${outputFile}`, ...args], env);
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8')) as Record<string, number>;
    const passed = result.numPassedTests ?? 0;
    const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
    const left = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
    if (left > 0) console.log(`✗ ${left} tests were left out; nothing may be skipped here`);
    const broken = failed + left;
    return { passed, failed: broken === 0 && (code !== 0 || passed === 0) ? 1 : broken };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The plain line CI reads, and the exit code that goes with it. */
export function finish(tallies: readonly Tally[], startedAt: number): never {
  const passed = tallies.reduce((sum, t) => sum + t.passed, 0);
  const failed = tallies.reduce((sum, t) => sum + t.failed, 0);
  console.log(`\nTook ${Math.round((performance.now() - startedAt) / 1000)} s on Node ${process.versions.node}.`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
