import { isObject } from '../../base/json';
import type { CrmError } from '../../crm/errors';
import type { Outcome } from '../../locking/bulk/outcome';

/** Refusals that every record of the module would meet. */
const OF_THE_MODULE: ReadonlySet<string> = new Set([
  'notConfigured',
  'automaticOnly',
  'edition',
  'notSupported',
  'unauthorised',
]);

/** A refusal that names a permission is about the person, not about the record. */
const isOfPerson = ({ kind, details }: CrmError): boolean =>
  kind === 'noPermission' &&
  isObject(details) &&
  Array.isArray(details.permissions) &&
  details.permissions.length > 0;

/** Whether this refusal tells that none of the other records would be taken either. */
export const isForAll = (error: CrmError): boolean => OF_THE_MODULE.has(error.kind) || isOfPerson(error);

/** Failures in a row after which sending more would only lose more. */
const IN_A_ROW = 5;

/** Watches the outcomes of a run, in the order in which they come, for a reason to send nothing more. */
export function createHalting(): (outcome: Outcome<CrmError>) => CrmError | null {
  let failures = 0;
  return (outcome) => {
    const { kind } = outcome;
    if (kind === 'limited') return outcome.error;
    if (kind === 'refused' && isForAll(outcome.error)) return outcome.error;
    if (kind !== 'unknown' && kind !== 'undone') {
      failures = 0;
      return null;
    }
    failures += 1;
    return failures >= IN_A_ROW ? outcome.error : null;
  };
}
