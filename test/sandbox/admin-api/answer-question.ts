import type { AdminContext } from './admin-context.ts';
import type { Buckets } from './buckets.ts';
import { checkDocument } from './check-document.ts';
import type { Complain, Complaint } from './complaints.ts';
import { executeDocument } from './execute.ts';
import { actualCost, requestedCost } from './query-cost.ts';

export type Answering = {
  readonly context: AdminContext;
  readonly buckets: Buckets;
  readonly complain: Complain;
};

type Asked = {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
};

const COST_MAX = 1000;

/** The body of an answer, errors included, as GraphQL gives them with status 200. */
export function answerQuestion(body: unknown, answering: Answering): unknown {
  const { query, variables, operationName } = (body ?? {}) as Asked;
  const { facts } = answering.context.shop.state;
  const text = typeof query === 'string' ? query : '';
  const complain = (kind: Complaint['kind'], message: string): void =>
    answering.complain({ shop: facts.domain, kind, message, query: text });
  const checked = checkDocument(text);
  if (!checked.ok) {
    for (const { message } of checked.errors) complain(checked.kind, message);
    const code = checked.kind === 'deprecated' ? 'deprecatedField' : 'undefinedField';
    return { errors: checked.errors.map((error) => ({ ...error.toJSON(), extensions: { code } })) };
  }
  const values = (variables ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof operationName === 'string' ? operationName : null;
  const cost = requestedCost(checked.document, values, name);
  if (cost > COST_MAX) {
    const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${COST_MAX}).`;
    complain('refused', message);
    return { errors: [{ message, extensions: { code: 'MAX_COST_EXCEEDED' } }] };
  }
  const { buckets, context } = answering;
  if (!buckets.take(facts.domain, facts.plan, cost)) {
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
    return { errors, extensions: { cost: costOf(answering, cost, null) } };
  }
  const told = executeDocument({ document: checked.document, variables: values, operationName: name, context });
  for (const message of told.unanswered) complain('unanswered', message);
  const actual = cost === 10 && told.data != null && isMutation(text) ? cost : actualCost(told.data, cost);
  buckets.giveBack(facts.domain, facts.plan, cost - actual);
  return {
    ...(told.data === undefined ? {} : { data: told.data }),
    ...(told.errors.length === 0 ? {} : { errors: told.errors }),
    extensions: { cost: costOf(answering, cost, actual) },
  };
}

const isMutation = (text: string): boolean => /^\s*mutation\b/.test(text);

const costOf = ({ buckets, context }: Answering, requested: number, actual: number | null) => ({
  requestedQueryCost: requested,
  actualQueryCost: actual,
  throttleStatus: buckets.status(context.shop.state.facts.domain, context.shop.state.facts.plan),
});
