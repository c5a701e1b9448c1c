import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { RefusalCode } from '../../shared/contract/api.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readInput } from './bad-input.ts';
import { refuse } from './error-response.ts';
import { staffOf } from './middleware/staff-session.ts';
import type { Staff } from './sign-in.ts';

export type Refused = { readonly code: RefusalCode; readonly faults?: readonly Fault[] };

/** One request, already read: the shop and the person come from the token and from nowhere else. */
export type Input<Query, Body> = Staff & {
  /** A part of the path by its name; empty when the path has none. */
  readonly part: (name: string) => string;
  readonly query: Query;
  readonly body: Body;
};

type Schemas<Query, Body> = { readonly query?: z.ZodType<Query>; readonly body?: z.ZodType<Body> };

/**
 * A route as a plain function: reads query and body by their schemas, acts, and answers 200 with the value (204 when
 * there is none) or the refusal with its status.
 */
export function endpoint<Answer, Query = null, Body = null>(
  schemas: Schemas<Query, Body>,
  act: (input: Input<Query, Body>) => Promise<Result<Answer, Refused>>,
): RequestHandler {
  return async (request, response) => {
    const input = {
      ...staffOf(response),
      part: (name: string) => String(request.params[name] ?? ''),
      query: schemas.query ? readInput(schemas.query, request.query) : (null as Query),
      body: schemas.body ? readInput(schemas.body, request.body) : (null as Body),
    };
    const answer = await act(input);
    if (!answer.ok) {
      const { code, faults } = answer.error;
      return refuse(response, code, faults ? { faults } : {});
    }
    response.set('Cache-Control', 'no-store');
    if (answer.value === null) response.status(204).end();
    else response.json(answer.value);
  };
}
