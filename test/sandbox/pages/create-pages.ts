import { Router } from 'express';
import type { SandboxContext } from '../sandbox.ts';

/** The pages people look at: storefront, till, admin frame, mailbox. */
export function createSandboxPages(_context: SandboxContext): Router {
  return Router();
}
