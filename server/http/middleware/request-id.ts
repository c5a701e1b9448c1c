import type { RequestHandler } from 'express';

/** Gives each request an id of ours, so that a complaint can be found in the log. Theirs are not believed. */
export function createRequestId(newId: () => string): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = newId();
    response.set('X-Request-Id', response.locals.requestId);
    next();
  };
}
