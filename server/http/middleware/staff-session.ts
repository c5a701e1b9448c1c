import type { RequestHandler, Response } from 'express';
import { assert } from '../../../shared/domain/assert.ts';
import { refuse } from '../error-response.ts';
import type { SignIn, Staff } from '../sign-in.ts';
import { bearerOf } from './bearer.ts';

/** Who asks, as the verified token says. */
export function staffOf(response: Response): Staff {
  const staff: unknown = response.locals.staff;
  assert(typeof staff === 'object' && staff !== null, 'a route behind the session middleware has a staff member');
  return staff as Staff;
}

/** App Bridge fetches a new token and asks again when it reads this. */
export function refuseToken(response: Response): void {
  response.set('X-Shopify-Retry-Invalid-Session-Request', '1');
  refuse(response, 'unauthorized');
}

/** Lets in who carries a session token of a shop's staff; 401 otherwise. */
export function createStaffSession(signIn: SignIn): RequestHandler {
  return async (request, response, next) => {
    const token = bearerOf(request);
    const staff = token === null ? null : await signIn.verifyStaff(token);
    if (staff === null) return refuseToken(response);
    response.locals.staff = staff;
    next();
  };
}
