// Writes the JSON Schema of the program format anew, after server/files/program/program-file.ts was changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programSchema } from '../../server/files/program/program-file.ts';
import { root } from './steps.ts';

const path = join(root, 'shared', 'contract', 'program-1.schema.json');
writeFileSync(path, `${JSON.stringify(programSchema(), null, 2)}\n`);
