import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
} from 'graphql';
import { type AdminContext, AdminRefusal, type Resolver } from './admin-context.ts';
import { allResolvers } from './resolvers/all-resolvers.ts';
import { adminSchema } from './schema.ts';
import { missingScope } from './scopes.ts';

export type Question = {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly context: AdminContext;
};

/** `unanswered`: what the sandbox does not know how to answer, in words. */
export type Told = {
  readonly data: ExecutionResult['data'];
  readonly errors: readonly (GraphQLFormattedError & { readonly extensions: Readonly<Record<string, unknown>> })[];
  readonly unanswered: readonly string[];
};

const ROOTS = new Set(['QueryRoot', 'Mutation']);

type Called = (source: unknown, args: unknown, context: AdminContext) => unknown;

const resolve: GraphQLFieldResolver<unknown, AdminContext> = (source, args, context, { parentType, fieldName }) => {
  const granted = context.shop.state.installation?.scopes ?? [];
  const missing = ROOTS.has(parentType.name) ? missingScope(granted, fieldName) : null;
  if (missing !== null) {
    throw new AdminRefusal('ACCESS_DENIED', `Access denied for ${fieldName} field. Required access: ${missing}`);
  }
  const resolver: Resolver | undefined = allResolvers[parentType.name]?.[fieldName];
  if (resolver !== undefined) return (resolver as Called)(source, args, context);
  // Plain objects, as payloads are, answer for themselves; anything else would be a null that means nothing.
  if (typeof source === 'object' && source !== null && Object.hasOwn(source, fieldName)) {
    return source[fieldName as keyof typeof source];
  }
  throw new Error(`the sandbox cannot answer ${parentType.name}.${fieldName}`);
};

/** Runs a document that was checked against one shop. */
export function executeDocument({ document, variables, operationName, context }: Question): Told {
  const result = executeSync({
    schema: adminSchema(),
    document,
    variableValues: variables,
    operationName,
    contextValue: context,
    fieldResolver: resolve,
    typeResolver: (value) => (value as { readonly __typename?: string }).__typename,
  });
  const unanswered: string[] = [];
  const errors = (result.errors ?? []).map((error) => {
    const { originalError } = error;
    const isRefusal = originalError instanceof AdminRefusal;
    // Without a field at fault it was the variables that did not fit.
    const code = isRefusal
      ? originalError.code
      : error.path === undefined
        ? 'INVALID_VARIABLE'
        : 'INTERNAL_SERVER_ERROR';
    if (code !== 'ACCESS_DENIED') unanswered.push(error.message);
    return { ...error.toJSON(), extensions: { code } };
  });
  return { data: result.data, errors, unanswered };
}
