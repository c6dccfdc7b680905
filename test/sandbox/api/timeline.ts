import { canonical, isArray, isObject, type Json, type JsonObject } from './json';
import type { Org } from './org';
import type { CrmRecord, Module, Ref, Rule, TimelineEntry } from './types';

/** What happened to a record, as far as the timeline tells it. */
interface Event {
  readonly action: 'added' | 'updated';
  readonly source: string;
  readonly by: Ref | null;
  /** Another record that it is about: a note or a task of this one. */
  readonly about?: { readonly module: string; readonly id: string; readonly name: string };
  readonly rule?: Rule;
  readonly changes?: readonly FieldChange[];
  /** A lock that a person made or ended: no page says whether the timeline shows those. */
  readonly byHand?: true;
}

export interface FieldChange {
  readonly field: string;
  readonly old: Json;
  readonly new: Json;
}

const moduleRef = (org: Org, name: string): JsonObject => ({
  api_name: name,
  id: org.module(name)?.id ?? `${org.catalogue.prefix}000000002999`,
});

/** Writes one entry to the timeline of a record. */
export function trace(org: Org, module: string, id: string, event: Event): void {
  const record = org.record(module, id);
  const own = {
    module: moduleRef(org, module),
    name: record ? org.nameOf(module, record) : null,
    id,
  };
  const { about, rule, changes } = event;
  const entry: TimelineEntry = {
    id: org.nextId(),
    audited_time: org.time(),
    action: event.action,
    source: event.source,
    type: 'timeline',
    done_by: event.by && { id: event.by.id, name: event.by.name },
    record: about ? { module: moduleRef(org, about.module), name: about.name, id: about.id } : own,
    related_record: about ? own : null,
    automation_details: rule
      ? { type: 'record_locking_configuration', rule: { id: rule.id, name: rule.name } }
      : null,
    extension: null,
    field_history: changes
      ? changes.map((change) => ({
          api_name: change.field,
          id: org.field(module, change.field)?.id ?? null,
          _value: { old: change.old, new: change.new },
        }))
      : null,
    ...(event.byHand ? { byHand: true } : {}),
  };
  org.addToTimeline(module, id, entry);
}

/** A change of `Locked__s`; nothing when the record was as locked before. */
export function traceLock(
  org: Org,
  module: string,
  id: string,
  wasLocked: boolean,
  event: Omit<Event, 'action'>,
): void {
  const isLocked = org.lockOf(module, id) !== undefined;
  if (isLocked === wasLocked) return;
  const changes = [{ field: 'Locked__s', old: wasLocked, new: isLocked }];
  trace(org, module, id, { ...event, action: 'updated', changes });
}

/** The timeline names references and lists, it does not repeat them. */
const shown = (value: Json): Json => {
  if (isArray(value)) return value.map((one) => String(isObject(one) ? (one.name ?? '') : one)).join('; ');
  return isObject(value) ? (value.name ?? null) : value;
};

const SYSTEM = new Set(['Modified_By', 'Modified_Time', 'Last_Activity_Time']);

/** The fields in which two states of a record differ. */
export function changesBetween(module: Module, before: CrmRecord, after: CrmRecord): FieldChange[] {
  const names = module.fields.map((field) => field.api_name).filter((name) => !SYSTEM.has(name));
  return names
    .filter((name) => canonical(before[name] ?? null) !== canonical(after[name] ?? null))
    .map((name) => ({ field: name, old: shown(before[name] ?? null), new: shown(after[name] ?? null) }));
}
