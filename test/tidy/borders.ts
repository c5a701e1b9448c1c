/**
 * Who may import whom (style.md 3). The longest matching folder wins; a folder in no row is a complaint too.
 * `areas` are path prefixes, `packages` names as npm knows them; `*` is anything.
 */
export type Border = {
  readonly folder: string;
  readonly areas: readonly string[];
  readonly packages: readonly string[];
};

const domain = ['shared/domain'];
const adapter = [...domain, 'server/app'];

export const borders: readonly Border[] = [
  { folder: 'shared/domain', areas: domain, packages: [] },
  { folder: 'shared/contract', areas: [...domain, 'shared/contract'], packages: [] },
  { folder: 'shared/text', areas: ['shared/text', 'shared/domain', 'shared/contract'], packages: [] },
  { folder: 'server/app', areas: [...domain, 'server/app'], packages: [] },
  { folder: 'server/storage', areas: [...adapter, 'server/storage'], packages: ['node:', 'mongoose'] },
  {
    folder: 'server/storage/embedded',
    areas: [...adapter, 'server/storage'],
    packages: ['node:', 'mongodb-memory-server-core', 'mongoose'],
  },
  {
    folder: 'server/shopify',
    areas: [...adapter, 'server/shopify'],
    packages: ['node:', '@shopify/shopify-api', 'zod'],
  },
  { folder: 'server/jobs', areas: [...adapter, 'server/jobs'], packages: ['node:', 'agenda', '@agendajs/', 'zod'] },
  {
    folder: 'server/http',
    areas: ['shared', 'server/app', 'server/http'],
    packages: ['node:', 'express', 'express-rate-limit', 'helmet', 'zod'],
  },
  { folder: 'server/thread', areas: [...adapter, 'server/storage', 'server/thread'], packages: ['node:'] },
  { folder: 'server/files', areas: ['shared', 'server/files'], packages: ['node:', 'papaparse', 'zod'] },
  {
    folder: 'server/command',
    areas: ['shared', 'server/files', 'server/command', 'server/hashing.ts'],
    packages: ['node:'],
  },
  {
    folder: 'server/command/import',
    areas: ['shared', 'server/app', 'server/files', 'server/command/import'],
    packages: ['node:'],
  },
  { folder: 'webhooks', areas: [...adapter, 'webhooks'], packages: ['node:', 'express', 'zod'] },
  { folder: 'server/config.ts', areas: ['server', ...domain], packages: ['node:', 'zod'] },
  { folder: 'server/compose.ts', areas: ['server', 'webhooks', ...domain], packages: ['node:', 'pino', 'express'] },
  { folder: 'server/hashing.ts', areas: domain, packages: ['node:'] },
  { folder: 'server/ids.ts', areas: adapter, packages: ['node:'] },
  { folder: 'server/main.ts', areas: ['server', 'webhooks', ...domain], packages: ['node:'] },
  {
    folder: 'admin-ui',
    areas: ['shared', 'admin-ui'],
    packages: ['react', 'react-dom', 'react-router-dom', '@tanstack/react-query'],
  },
  {
    folder: 'admin-ui/kit',
    areas: ['shared', 'admin-ui'],
    packages: ['react', 'react-dom', 'react-router-dom', '@shopify/polaris', '@shopify/polaris-icons'],
  },
  { folder: 'admin-ui/build.ts', areas: [], packages: ['node:', 'vite', '@vitejs/plugin-react'] },
  { folder: 'extension', areas: ['shared', 'extension'], packages: [] },
  { folder: 'extension/discount-function', areas: [...domain, 'extension/discount-function'], packages: [] },
  ...['capped', 'reward'].map((name) => ({
    folder: `extension/${name}-function`,
    areas: [...domain, 'extension/discount-function/src', `extension/${name}-function`],
    packages: [],
  })),
  { folder: 'extension/gift-function', areas: [...domain, 'extension/gift-function'], packages: [] },
  ...['capped', 'discount', 'gift', 'reward'].map((name) => ({
    folder: `extension/${name}-function/build.ts`,
    areas: ['extension/bundle-function.ts'],
    packages: ['node:'],
  })),
  { folder: 'extension/bundle-function.ts', areas: [], packages: ['node:', '@swc/core', 'esbuild'] },
  { folder: 'test', areas: ['*'], packages: ['*'] },
];

/** The row of a file: the longest folder that holds it; null when none does. */
export function borderOf(file: string): Border | null {
  const holding = borders.filter((b) => file === b.folder || file.startsWith(`${b.folder}/`));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}

/** What the core never touches: the Function's engine has no `Intl`, and no core file a clock or dice. */
export const coreRefuses: readonly { readonly pattern: RegExp; readonly why: string; readonly except: string }[] = [
  { pattern: /\bDate\.now\b|\bnew Date\(\)/, why: 'a clock in the core', except: '' },
  { pattern: /\bMath\.random\b|\bcrypto\./, why: 'dice in the core', except: '' },
  { pattern: /\bprocess\./, why: 'the process in the core', except: '' },
  { pattern: /\bIntl\./, why: 'Intl outside calendar', except: 'shared/domain/calendar/' },
  { pattern: /\bparseFloat\b|\.toFixed\(/, why: 'money as a float', except: '' },
];
