import type { ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { Draft, Program } from '../ports/program-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** What lists show until a name is typed. */
const UNNAMED = 'New program';

/**
 * Keeps a draft as it was typed, right or wrong; a new program without an id. Holders notice nothing before it is
 * published, so a published program keeps its name until then.
 */
export function createDraftProgram({
  stores,
  ids,
  clock,
}: Pick<UseCaseDeps, 'stores' | 'ids' | 'clock'>): UseCases['draftProgram'] {
  const { programs } = stores;
  const create = async (shop: ShopId, draft: Draft): Promise<Program> => {
    const id = ids.program();
    const [state, createdAt] = ['draft', clock.now()] as const;
    const program = { id, name: nameOf(draft), state, draft, createdAt, endedAt: null, lastVersion: 0 };
    await programs.create(shop, program);
    return program;
  };
  const change = async (shop: ShopId, id: ProgramId, draft: Draft): ReturnType<UseCases['draftProgram']> => {
    const program = await programs.find(shop, id);
    if (program === null) return refused({ code: 'unknown_program' });
    if (program.state === 'ended') return refused({ code: 'program_ended' });
    const name = program.state === 'draft' ? nameOf(draft) : program.name;
    await programs.change(shop, id, { draft, name });
    return ok({ ...program, draft, name });
  };
  return async (shop, id, draft) => (id === null ? ok(await create(shop, draft)) : change(shop, id, draft));
}

const nameOf = ({ name }: Draft): string => (typeof name === 'string' && name.trim() !== '' ? name.trim() : UNNAMED);
