// `npm run simulate` as a process of the bench, which tells in the end how much memory it held.
import { resourceUsage } from 'node:process';

await import('../../scripts/simulate.ts');

const { maxRSS, userCPUTime, systemCPUTime } = resourceUsage();
process.send?.({ code: process.exitCode, mb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 });
process.disconnect();
