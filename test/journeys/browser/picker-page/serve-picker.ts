import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

/** The picker's page as one script. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.tsx')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
}

/** The app's own document with its headers, its sheets and App Bridge; only the script of its screens is ours. */
export async function createServePicker(): Promise<(page: Page) => Promise<void>> {
  const body = await bundle();
  return async (page) => {
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  };
}
