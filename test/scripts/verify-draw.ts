// Does a prize draw over again from its public file: see server/files/README.md.
import { runVerifyDraw } from '../../server/command/verify-draw/run-verify-draw.ts';

process.exitCode = await runVerifyDraw(process.argv.slice(2), {
  // npm moves to the project; paths are meant from where the command was typed.
  from: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
