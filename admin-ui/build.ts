import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = resolve(here, '..');

/**
 * Builds the screens into `outDir` (default `dist/admin`): index.html with a placeholder where the server puts App
 * Bridge, and `/assets` with hashed names. No inline script and nothing remote, so a strict CSP holds.
 */
export async function buildAdmin(outDir: string = resolve(project, 'dist/admin')): Promise<void> {
  await build({
    configFile: false,
    root: here,
    base: '/',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 700,
    },
  });
}

const isCalled = process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCalled) await buildAdmin(process.argv[2] === undefined ? undefined : resolve(process.argv[2]));
