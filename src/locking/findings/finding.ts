import type { Path } from '../configuration/paths';

/** `broken`: something does not work. `risk`: the lock does less than people think. `hint`: worth knowing. */
export type Severity = 'broken' | 'risk' | 'hint';

/**
 * What is wrong with a configuration, or worth knowing.
 *
 * - `fieldGone`, `valueGone`, `profileGone`, `buttonGone`, `userGone`: a reference to something that no longer exists. `params`:
 *   `name`; of a value also `field` (its label).
 * - `neverMatches`, `alwaysMatches`: a rule's criteria. `alwaysMatches` has `field` where it matches every record whose field is
 *   filled, rather than every record.
 * - `sameRule`, `impliedRule`: another rule locks all that this one locks. `params.other`: its name.
 * - `criterionEditable`: a field of the rule's criteria stays editable on locked records, so anybody can end the match.
 *   `params.field`: its label.
 * - `deleteAllowed`, `ownerChangeAllowed`: allowed on locked records.
 * - `matchingUnlocked`: records that match the rule and are not locked. `params.count`: at least so many.
 * - `portalUsersAllowed`: portal users can change locked records.
 * - `nobodyCanCorrect`: rules lock for everybody and no field stays editable.
 * - `explanationBehind`, `explanationMissing`: what ordinary users read is older than the configuration, or was never published.
 * - `requestsNameNobody`: unlock requests are allowed, but nobody is named for locks that a rule holds.
 */
export type FindingKind =
  | 'fieldGone'
  | 'valueGone'
  | 'profileGone'
  | 'buttonGone'
  | 'userGone'
  | 'neverMatches'
  | 'alwaysMatches'
  | 'sameRule'
  | 'impliedRule'
  | 'criterionEditable'
  | 'deleteAllowed'
  | 'ownerChangeAllowed'
  | 'matchingUnlocked'
  | 'portalUsersAllowed'
  | 'nobodyCanCorrect'
  | 'explanationBehind'
  | 'explanationMissing'
  | 'requestsNameNobody';

export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Unique within a module, and the same as long as it is about the same thing. */
  readonly key: string;
  /** What it depends on, as text: when this changes, a dismissed finding returns. */
  readonly cause: string;
  /** Where it is, in the steps of a `Problem`'s path: `placeOf` resolves it. Empty: no place in the editor. */
  readonly path: Path;
  /** Name of the rule that it is about. */
  readonly rule?: string;
  readonly params: { readonly [name: string]: string | number };
}

export const SEVERITIES: { readonly [kind in FindingKind]: Severity } = {
  fieldGone: 'broken',
  valueGone: 'broken',
  profileGone: 'broken',
  buttonGone: 'broken',
  userGone: 'broken',
  neverMatches: 'broken',
  alwaysMatches: 'risk',
  sameRule: 'hint',
  impliedRule: 'hint',
  criterionEditable: 'risk',
  deleteAllowed: 'risk',
  ownerChangeAllowed: 'risk',
  matchingUnlocked: 'risk',
  portalUsersAllowed: 'risk',
  nobodyCanCorrect: 'risk',
  explanationBehind: 'hint',
  explanationMissing: 'hint',
  requestsNameNobody: 'hint',
};

const ORDER: readonly Severity[] = ['broken', 'risk', 'hint'];

/** The worst first; among equals in the order in which they were found. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
