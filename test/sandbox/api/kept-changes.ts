import type { Seed } from './fresh-org';
import { isObject, type JsonObject } from './json';
import { chosen, type OptionChoices, readChoices } from './option-switches';
import type { SandboxOptions } from './options';
import { copyState } from './org-state';
import { type CrmRecord, isOrgKey, type OrgKey, type OrgState } from './types';

type Records = OrgState['records'];

/** What changed in an org since its seed, as plain JSON: of thousands of records only those that differ. */
export interface KeptChanges {
  readonly orgKey: OrgKey;
  readonly seededAt: string;
  readonly choices: OptionChoices;
  readonly state: Omit<OrgState, 'records'>;
  readonly records: Records;
  readonly removed: Readonly<Record<string, readonly string[]>>;
}

/** Records are replaced when they change, so those of the seed are told by being the same object. */
export function changesSince(seed: Seed, options: SandboxOptions, present: OrgState): KeptChanges {
  const { records: all, ...state } = copyState(present);
  const records: Records = {};
  const removed: Record<string, string[]> = {};
  for (const [module, list] of Object.entries(all)) {
    const before = seed.state.records[module] ?? {};
    const changed = Object.entries(list).filter(([id, record]) => before[id] !== record);
    if (changed.length > 0) records[module] = Object.fromEntries(changed);
    const gone = Object.keys(before).filter((id) => !list[id]);
    if (gone.length > 0) removed[module] = gone;
  }
  return {
    orgKey: options.orgKey ?? 'main',
    seededAt: seed.at.toISOString(),
    choices: chosen(options),
    state,
    records,
    removed,
  };
}

const isRecords = (value: unknown): value is Record<string, Record<string, CrmRecord>> =>
  isObject(value) && Object.values(value).every(isObject);

const isState = (value: unknown): value is KeptChanges['state'] =>
  isObject(value) &&
  typeof value.counter === 'number' &&
  ['locks', 'configurations', 'notes', 'timeline'].every((key) => isObject(value[key])) &&
  Array.isArray(value.variables);

const choiceEntries = (choices: JsonObject): [string, string][] =>
  Object.entries(choices).map(([name, value]) => [name, String(value)]);

/** Reads kept changes again; null for anything that has not their shape. */
export function readChanges(kept: unknown): KeptChanges | null {
  if (!isObject(kept)) return null;
  const { orgKey, seededAt, choices, state, records, removed } = kept;
  if (!isOrgKey(orgKey) || typeof seededAt !== 'string' || Number.isNaN(Date.parse(seededAt))) return null;
  if (!isObject(choices) || !isState(state) || !isRecords(records) || !isObject(removed)) return null;
  const gone = Object.entries(removed).map(([module, ids]): [string, string[]] => [
    module,
    Array.isArray(ids) ? ids.map(String) : [],
  ]);
  return structuredClone({
    orgKey,
    seededAt,
    choices: readChoices(choiceEntries(choices)),
    state,
    records,
    removed: Object.fromEntries(gone),
  });
}

/** Lays the changes over the seed's records. */
export function withChanges(records: Records, { records: changed, removed }: KeptChanges): void {
  for (const [module, list] of Object.entries(changed)) records[module] = { ...records[module], ...list };
  for (const [module, ids] of Object.entries(removed)) for (const id of ids) delete records[module]?.[id];
}
