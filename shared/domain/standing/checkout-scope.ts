import type { Instant } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { type Holds, holdsOf, type Scope, scopeText } from '../program/scope.ts';
import { versionAt } from '../program/version-at.ts';
import { byProgram } from './evaluate-all.ts';

/** The goods that checkout may take anything off; the same goods have the same text, all of them an empty one. */
export type CheckoutScope = { readonly scope: Scope | undefined; readonly holds: Holds; readonly text: string };

/**
 * The goods of whatever programs are in force at an instant, which are about the same ones (decision 0055). Where none
 * is, nothing is taken off anyway, so nobody has to be told of any goods.
 */
export function checkoutScope(versions: readonly ProgramVersion[], asOf: Instant): CheckoutScope {
  const scopes = [...byProgram(versions).values()].flatMap((ofProgram) => {
    const version = versionAt(ofProgram, asOf);
    return version === null ? [] : [version.scope];
  });
  const scope = scopes.every((one) => scopeText(one) === scopeText(scopes[0])) ? scopes[0] : undefined;
  return { scope, holds: holdsOf(scope), text: scopeText(scope) };
}
