import type { RequestHandler } from 'express';

/** Extensions run on Shopify's origins and carry a token, no cookie: any origin may ask. */
export const anyOrigin: RequestHandler = (request, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  if (request.method !== 'OPTIONS') return next();
  response.set({
    'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
};
