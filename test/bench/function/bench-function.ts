import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildCappedFunction } from '../../../extension/capped-function/build.ts';
import { buildFunction } from '../../../extension/discount-function/build.ts';
import { buildGiftFunction } from '../../../extension/gift-function/build.ts';
import { buildRewardFunction } from '../../../extension/reward-function/build.ts';
import { cappedQuery, inputOf } from '../../function/function-input.ts';
import { longCart } from '../../function/long-carts.ts';
import { rewardInputOf } from '../../function/reward-input.ts';
import { runInNode } from '../../support/run-function.ts';
import { type Figure, whole } from '../figure.ts';
import { tableOf } from '../table.ts';
import { type Case, cappedCases, cases, type RewardCase, rewardCases } from './cases.ts';

/** One line of the rig's answer; without `output` the run failed, and Shopify would give no discount. */
type RigLine = {
  readonly instructions: number;
  readonly memoryBytes: number;
  readonly inputBytes: number;
  readonly outputBytes?: number;
  readonly output?: unknown;
  readonly error?: string;
};

const USAGE = 'npm run bench -- function --rig PATH [--python PATH]: PATH is rig.py or its folder; see its README';

/**
 * Counts the instructions of our Functions with the function rig, which is no part of the project: over carts of every
 * length and kind, against our goals and Shopify's limit. True when all hold.
 */
export async function benchFunction(args: readonly string[]): Promise<boolean> {
  const [rig, python] = [option(args, '--rig'), option(args, '--python') ?? 'python3'];
  if (rig === null) throw new Error(USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'regulars-function-'));
  try {
    const tools = { python, rig: await script(rig), folder };
    const automatic = cases.map((one) => ({ ...one, input: inputOf(longCart(one.cart)) }));
    const capped = cappedCases.map((one) => ({ ...one, input: inputOf(longCart(one.cart), {}, cappedQuery) }));
    const byCode = rewardCases.map((one) => ({ ...one, input: rewardInputOf(longCart(one.cart), one.gives) }));
    const [percents, gifts] = [byCode.filter(isPercent), byCode.filter((one) => !isPercent(one))];
    const held = [
      await measure(tools, await buildFunction(), automatic),
      await measure(tools, await buildCappedFunction(), capped),
      await measure(tools, await buildRewardFunction(), percents),
      await measure(tools, await buildGiftFunction(), gifts),
    ];
    return !held.includes(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isPercent = ({ gives }: RewardCase): boolean => gives.kind === 'percent';

type Tools = { readonly python: string; readonly rig: string; readonly folder: string };
type Measured = Case & { readonly input: unknown };

/** One Function over its carts; true when all hold. */
async function measure(
  { python, rig, folder }: Tools,
  bundle: string,
  measured: readonly Measured[],
): Promise<boolean> {
  await writeFile(join(folder, 'function.js'), bundle);
  await Promise.all(measured.map(({ input }, i) => writeFile(join(folder, `${i}.json`), JSON.stringify(input))));
  const names = ['function.js', ...measured.map((_, i) => `${i}.json`)];
  const paths = names.map((name) => join(folder, name));
  const lines = await runRig(python, rig, paths);
  const figures = lines.map((line, i) => {
    const one = measured[i] as Measured;
    return figureOf(line, one, runInNode(bundle, one.input));
  });
  console.log(`bundle: ${whole(Buffer.byteLength(bundle))} bytes\n${tableOf(figures)}`);
  return figures.every(({ held }) => held === true);
}

function option(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  return at === -1 ? null : (args[at + 1] ?? null);
}

async function script(path: string): Promise<string> {
  const found = resolve(path);
  return (await stat(found)).isDirectory() ? join(found, 'rig.py') : found;
}

/** The rig ends with 1 when a run failed, and tells of it in its line; without a line for each it did not work. */
async function runRig(python: string, rig: string, files: readonly string[]): Promise<readonly RigLine[]> {
  const child = spawn(python, [rig, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  const said = await Promise.race([text(child.stdout), failed]);
  const lines = said.split('\n').filter((line) => line !== '');
  if (lines.length !== files.length - 1) throw new Error(`the rig did not answer for each cart; ${USAGE}`);
  return lines.map((line) => JSON.parse(line) as RigLine);
}

function figureOf(line: RigLine, { what, goal }: Case, expected: unknown): Figure {
  const isSame = JSON.stringify(line.output) === JSON.stringify(expected);
  const out = line.error ?? `${whole(line.outputBytes ?? 0)} B out${isSame ? '' : ', NOT WHAT NODE ANSWERS'}`;
  return {
    part: 'function',
    what,
    ours: `${whole(line.instructions)}, ${whole(line.inputBytes)} B in, ${out}`,
    bare: null,
    ratio: null,
    goal: `≤ ${whole(goal)}`,
    held: isSame && line.error === undefined && line.instructions <= goal,
  };
}
