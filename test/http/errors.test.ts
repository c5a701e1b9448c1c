import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '../../server/app/ports/app-error.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const SHOP = 'errors.myshopify.com';
const SECRET_NAME = 'Ada Testperson';

let fault: Error = new Error('unset');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    change: (useCases) => ({
      ...useCases,
      enterCustomer: () => Promise.reject(fault),
    }),
  });
  await app.as(SHOP).get('/api/shop');
});
afterAll(() => app.stop());

const form = {
  firstName: SECRET_NAME,
  patronymic: null,
  surname: null,
  email: 'ada@example.test',
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: null,
};

const provoke = async (error: Error) => {
  fault = error;
  const response = await app.as(SHOP).post('/api/customers', form);
  return { status: response.status, body: (await response.json()) as { code: string; errorId: string } };
};

describe('what goes wrong', () => {
  it('when the world fails: come again later, with an id that stands in the log', async () => {
    const { status, body } = await provoke(new AppError('database_unanswered', true));
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(app.logged.at(-1)).toMatchObject({ level: 'warn', event: 'request.failed' });
    expect(app.logged.at(-1)?.facts).toMatchObject({ errorId: body.errorId, code: 'database_unanswered' });
  });

  it('when we fail: an id, a place in the code, and not a word about anybody', async () => {
    const { status, body } = await provoke(new Error(`duplicate key: { name: "${SECRET_NAME}" }`));
    expect([status, body.code]).toEqual([500, 'internal']);
    const line = app.logged.at(-1);
    expect(line).toMatchObject({ level: 'error', event: 'request.crashed', facts: { errorId: body.errorId } });
    expect(JSON.stringify(line)).toContain('errors.test.ts');
    for (const told of [JSON.stringify(line), JSON.stringify(body)]) {
      expect(told).not.toContain(SECRET_NAME);
      expect(told).not.toContain('ada@example');
    }
  });

  it('when an invariant breaks, the log says which', async () => {
    await provoke(new Error('invariant broken: money is whole'));
    expect(app.logged.at(-1)?.facts).toMatchObject({ message: 'invariant broken: money is whole' });
  });
});
