import { type Call, param } from './call';
import { invalidModule } from './errors';
import type { JsonObject } from './json';
import { lockedFor } from './locking';
import { demand } from './rights';
import { mayEditTask, taskKeys } from './tasks';
import type { CrmRecord, Module } from './types';

export function moduleOf(call: Call): Module {
  const module = call.org.module(param(call, 'module'));
  if (!module) throw invalidModule({ resource_path_index: 0 });
  if (module.api_name === 'Tasks') demand(call, 'mayUseTasks');
  return module;
}

/** A record as this user gets it: the fields asked for (all when null), the id, and the `$` keys, which always come. */
export function recordView(
  call: Call,
  module: Module,
  record: CrmRecord,
  fields: readonly string[] | null,
): JsonObject {
  const names = fields ?? module.fields.map((field) => field.api_name);
  const known = new Set(module.fields.map((field) => field.api_name));
  const view: JsonObject = {};
  for (const name of names) if (known.has(name)) view[name] = call.org.value(module.api_name, record, name);
  const locked = lockedFor(call.org, call.user, module.api_name, record.id);
  return {
    ...view,
    ...taskKeys(module, record),
    id: record.id,
    $locked_for_me: locked,
    $editable: (!locked || call.org.options.editableWhenLocked === true) && mayEditTask(call, module, record),
    $approval_state: 'approved',
    $in_merge: false,
    $field_states: null,
    $currency_symbol: '$',
    $sharing_permission: locked ? 'read_only' : 'full_access',
  };
}

export const listParam = (call: Call, name: string): string[] | null => {
  const given = call.query.get(name);
  return given
    ? given
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    : null;
};
