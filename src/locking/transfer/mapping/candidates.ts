import { criteriaFieldObstacle, excludedFieldObstacle, type Field } from '../../configuration/fields';
import type { Mapped, Missing, NamedKind, TransferReport } from '../report';
import { comparesAlike } from './map-criteria';
import { exportedField, listed, matchField, type Transfer } from './names';

/** Something that may be chosen for a thing. `id` goes into `choices`. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
  /** API name of a field: its label may not be unique. */
  readonly hint?: string;
}

/** A thing that can be matched manually, with the candidates. */
export interface ChoosableThing {
  readonly kind: Missing['kind'];
  readonly key: string;
  readonly name: string;
  readonly candidates: readonly Candidate[];
}

type Thing = Pick<Missing, 'kind' | 'key' | 'name'>;

const NAMED: readonly string[] = ['profile', 'button', 'user', 'role', 'group'] satisfies NamedKind[];
const isNamed = (kind: string): kind is NamedKind => NAMED.includes(kind);

/** Where a field is used. */
interface Uses {
  readonly inSettings: boolean;
  readonly inRules: boolean;
}

const fieldCandidates = (transfer: Transfer, name: string, { inSettings, inRules }: Uses): Candidate[] => {
  const { target } = transfer;
  const type = exportedField(transfer, { api_name: name })?.data_type;
  const inRule = (field: Field): boolean =>
    !criteriaFieldObstacle(field, target.module.apiName) && (!type || comparesAlike(type, field.dataType));
  return target.fields
    .filter((field) => (inSettings && !excludedFieldObstacle(field)) || (inRules && inRule(field)))
    .map(({ apiName, label }) => ({ id: apiName, label, hint: apiName }));
};

/** The key of a value names its field: `value:<field>:<value>`. */
const valueCandidates = (transfer: Transfer, { key, name }: Thing): Candidate[] => {
  const api_name = key.slice('value:'.length, -name.length - 1);
  const match = matchField(transfer, { api_name });
  if ('missing' in match) return [];
  return match.to.picklist.map(({ value, label }) => ({ id: value, label }));
};

const candidatesFor = (transfer: Transfer, thing: Thing, uses: Uses): readonly Candidate[] => {
  const { kind, name } = thing;
  if (kind === 'field') return fieldCandidates(transfer, name, uses);
  if (kind === 'value') return valueCandidates(transfer, thing);
  if (!isNamed(kind)) return [];
  return (listed(transfer.target, kind) ?? []).map(({ id, name: label }) => ({ id, label }));
};

/**
 * The things in a report that can be matched manually: those without a match, and those chosen already, in an order that
 * choosing does not change. A chosen candidate may still not fit every use of the thing: the next report says so.
 */
export const choosableThings = (transfer: Transfer, report: TransferReport): readonly ChoosableThing[] => {
  const causes = report.leftOut.flatMap((rule) => rule.causes);
  const chosen = report.mapped.filter(({ how }) => how === 'chosen').map(thingOf);
  const [inMissing, inCauses, inChosen] = [keysOf(report.missing), keysOf(causes), keysOf(chosen)];
  const things = new Map<string, Thing>();
  for (const thing of [...report.missing, ...causes, ...chosen])
    if (!things.has(thing.key)) things.set(thing.key, thing);
  return [...things.values()]
    .map((thing) => {
      const { kind, key, name } = thing;
      const done = inChosen.has(key);
      const uses = { inSettings: done || inMissing.has(key), inRules: done || inCauses.has(key) };
      return { kind, key, name, candidates: candidatesFor(transfer, thing, uses) };
    })
    .filter(({ candidates }) => candidates.length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
};

const keysOf = (things: readonly Thing[]): ReadonlySet<string> => new Set(things.map(({ key }) => key));

const thingOf = ({ kind, key, from }: Mapped): Thing => ({ kind, key, name: from });
