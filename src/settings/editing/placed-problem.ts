import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Problem } from '../../locking/configuration/paths';
import { type Place, placeOf } from '../../locking/configuration/validation/problems';

/** A problem with the place in the editor where it is shown. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** undefined: the configuration as a whole. */
  readonly place: Place | undefined;
  /** The control that the summary leads to; its message has the id `${elementId}-problem`. */
  readonly elementId: string;
}

/** Parts of a rule and of a condition that have a control of their own. */
const PARTS = ['name', 'field', 'comparator', 'value'];

/**
 * The id of the control that a place means: `setting-excluded_fields`, `rule-<key>-name`, `node-<key>-field`, `-comparator`,
 * `-value`; `rule-<key>` and `node-<key>` for a rule or node as a whole.
 */
export function elementIdOf(place: Place | undefined): string {
  if (!place) return 'configuration';
  const { setting, ruleKey, nodeKey, part } = place;
  if (ruleKey === undefined) return `setting-${setting}`;
  const whole = nodeKey === undefined ? `rule-${ruleKey}` : `node-${nodeKey}`;
  return part !== undefined && PARTS.includes(part) ? `${whole}-${part}` : whole;
}

export const placeProblem = (draft: ConfigurationDraft, problem: Problem): PlacedProblem => {
  const place = placeOf(draft, problem.path);
  return { problem, place, elementId: elementIdOf(place) };
};
