import { coerceInputValue, GraphQLNonNull, type GraphQLSchema, isInputType } from 'graphql';
import { type Result, refused } from '../../../shared/domain/result.ts';
import { readExact } from './exact.ts';

type Value = {
  readonly percentage?: { readonly value: unknown };
  readonly fixedAmount?: { readonly amount: unknown; readonly appliesToEachItem?: boolean };
};

export type ProductCandidate = {
  readonly targets: readonly { readonly cartLine?: { readonly id: string; readonly quantity?: number | null } }[];
  readonly prerequisites?: readonly { readonly cartLine?: { readonly id: string; readonly quantity: number } }[] | null;
  readonly value: Value;
  readonly message?: string | null;
};

type Condition = {
  readonly orderMinimumSubtotal?: { readonly excludedCartLineIds: readonly string[]; readonly minimumAmount: unknown };
  readonly cartLineMinimumSubtotal?: { readonly ids: readonly string[]; readonly minimumAmount: unknown };
  readonly cartLineMinimumQuantity?: { readonly ids: readonly string[]; readonly minimumQuantity: number };
};

export type OrderCandidate = {
  readonly targets: readonly { readonly orderSubtotal?: { readonly excludedCartLineIds: readonly string[] } }[];
  readonly conditions?: readonly Condition[] | null;
  readonly value: Value;
  readonly message?: string | null;
};

/** One operation as the schema types it; exactly one of the keys is there. */
export type CartOperation = {
  readonly productDiscountsAdd?: {
    readonly selectionStrategy: 'FIRST' | 'MAXIMUM' | 'ALL';
    readonly candidates: readonly ProductCandidate[];
  };
  readonly orderDiscountsAdd?: {
    readonly selectionStrategy: 'FIRST' | 'MAXIMUM';
    readonly candidates: readonly OrderCandidate[];
  };
  readonly enteredDiscountCodesAccept?: object;
  readonly enteredDiscountCodesReject?: object;
};

const RESULT = 'CartLinesDiscountsGenerateRunResult';

/**
 * Reads a Function's output by Shopify's schema. The introspection cannot say "one of", nor what a Decimal is, so both
 * are looked at here. Anything wrong refuses the whole output, as Shopify does.
 */
export function readFunctionOutput(schema: GraphQLSchema, output: unknown): Result<readonly CartOperation[], string> {
  const type = schema.getType(RESULT);
  if (!isInputType(type)) throw new Error(`the schema has no ${RESULT}`);
  const faults: string[] = [];
  const read: unknown = coerceInputValue(output, new GraphQLNonNull(type), (path, _value, error) => {
    faults.push(`${path.join('.')}: ${error.message}`);
  });
  if (faults.length > 0) return refused(faults.slice(0, 3).join(' '));
  const { operations } = read as { readonly operations: readonly CartOperation[] };
  const fault = operations.flatMap(operationFaults)[0];
  return fault === undefined ? { ok: true, value: operations } : refused(fault);
}

const isOne = (record: object): boolean => Object.values(record).filter((each) => each != null).length === 1;

function operationFaults(operation: CartOperation, index: number): string[] {
  const at = `operations.${index}`;
  if (!isOne(operation)) return [`${at}: exactly one kind of operation is allowed`];
  const { productDiscountsAdd, orderDiscountsAdd } = operation;
  const candidates = [...(productDiscountsAdd?.candidates ?? []), ...(orderDiscountsAdd?.candidates ?? [])];
  return candidates.flatMap(({ targets, value }, i) => [
    ...(targets.length > 0 && targets.every(isOne) ? [] : [`${at}.candidates.${i}: a target is missing`]),
    ...(isValue(value) ? [] : [`${at}.candidates.${i}: not a percentage from 0 to 100 or an amount of at least 0`]),
  ]);
}

function isValue(value: Value): boolean {
  if (!isOne(value)) return false;
  if (value.percentage == null) return readExact(value.fixedAmount?.amount) !== null;
  const percent = readExact(value.percentage.value);
  return percent !== null && percent.digits <= 100n * 10n ** BigInt(percent.scale);
}
