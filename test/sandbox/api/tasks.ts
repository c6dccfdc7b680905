import { type Call, profileOf } from './call';
import { type Entry, failure, recordLocked } from './errors';
import { isObject, type Json, type JsonObject, textAt } from './json';
import { lockedFor } from './locking';
import type { CrmRecord, Module } from './types';

/*
 * What tasks have of their own. The record that a task is about is named by What_Id together with $se_module; people,
 * who are Leads and Contacts, are named by Who_Id.
 */

const PEOPLE = ['Leads', 'Contacts'];
export const COMPLETED = 'Completed';

const isTasks = (module: Module): boolean => module.api_name === 'Tasks';

const idIn = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : isObject(value) ? (textAt(value, 'id') ?? '') : null;

/** The record that a task is about, by module and id; null when it is about none. */
export function subjectOf(task: CrmRecord): { module: string; id: string } | null {
  const what = idIn(task.What_Id);
  if (what) return { module: textAt(task, '$se_module') ?? 'Deals', id: what };
  const who = idIn(task.Who_Id);
  return who ? { module: textAt(task, '$se_module') === 'Leads' ? 'Leads' : 'Contacts', id: who } : null;
}

function refer(call: Call, key: string, module: string, id: string, index: number): JsonObject | Entry {
  const record = call.org.record(module, id);
  const where = { api_name: key, json_path: `$.data[${index}].${key}` };
  if (!record) return failure('INVALID_DATA', 'the related id given seems to be invalid', where);
  if (call.org.options.tasksOnLocked === 'refused' && lockedFor(call.org, call.user, module, id))
    return recordLocked({ ...where, id });
  return { name: call.org.nameOf(module, record), id };
}

/** Whether reading found something wrong. */
export const isRefusal = (value: JsonObject | Entry): value is Entry =>
  value.status === 'error' && 'code' in value;

/** What a body says about the record that a task is about. */
function readSubject(call: Call, body: JsonObject, index: number): JsonObject | Entry {
  const at = (key: string) => ({ api_name: key, json_path: `$.data[${index}].${key}` });
  const values: JsonObject = {};
  const module = textAt(body, '$se_module');
  const [what, who] = [idIn(body.What_Id), idIn(body.Who_Id)];
  if (what) {
    if (!module) return failure('MANDATORY_NOT_FOUND', 'required field not found', at('$se_module'));
    if (!call.org.module(module) || PEOPLE.includes(module))
      return failure('INVALID_DATA', 'invalid data', at('$se_module'));
    const found = refer(call, 'What_Id', module, what, index);
    if (isRefusal(found)) return found;
    values.What_Id = found;
  }
  if (who) {
    const found = refer(call, 'Who_Id', module === 'Leads' ? 'Leads' : 'Contacts', who, index);
    if (isRefusal(found)) return found;
    values.Who_Id = found;
  }
  if (module && (what || who)) values.$se_module = module;
  return values;
}

/** Keys that are no fields and are kept with the task: a reminder, and whether its owner is told. */
function readExtras(body: JsonObject, index: number): JsonObject | Entry {
  const values: JsonObject = {};
  const notify = body.send_notification;
  const remind = body.Remind_At;
  if (notify !== undefined) {
    if (typeof notify !== 'boolean')
      return failure('INVALID_DATA', 'invalid data', {
        api_name: 'send_notification',
        json_path: `$.data[${index}].send_notification`,
        expected_data_type: 'boolean',
      });
    values.send_notification = notify;
  }
  if (remind !== undefined) {
    const alarm = isObject(remind) ? textAt(remind, 'ALARM') : undefined;
    if (remind !== null && !/(^|;)TRIGGER=/.test(alarm ?? ''))
      return failure('INVALID_DATA', 'invalid data', {
        api_name: 'ALARM',
        json_path: `$.data[${index}].Remind_At.ALARM`,
      });
    values.Remind_At = remind;
  }
  return values;
}

/** What a task has besides its fields, out of a body; the first thing that is wrong with it instead where there is one. */
export function readTask(call: Call, module: Module, body: JsonObject, index: number): JsonObject | Entry {
  if (!isTasks(module)) return {};
  const subject = readSubject(call, body, index);
  if (isRefusal(subject)) return subject;
  const extras = readExtras(body, index);
  if (isRefusal(extras)) return extras;
  const status = textAt(body, 'Status');
  const closed = status ? { Closed_Time: status === COMPLETED ? call.org.time() : null } : {};
  return { ...subject, ...extras, ...closed };
}

/** Keys of a task that the generic reading of a body must not touch. */
export const withoutSubject = (module: Module, body: JsonObject): JsonObject => {
  if (!isTasks(module)) return body;
  const { What_Id: what, Who_Id: who, ...rest } = body;
  return { ...rest, ...(what === null ? { What_Id: null } : {}), ...(who === null ? { Who_Id: null } : {}) };
};

/** Sharing decides who may change whose task; where it is narrow, administrators still may. */
export function mayEditTask(call: Call, module: Module, task: CrmRecord): boolean {
  const { taskEditing = 'everyone' } = call.org.options;
  if (!isTasks(module) || taskEditing === 'everyone' || profileOf(call)?.customize) return true;
  const isMine = (value: Json | undefined) => idIn(value) === call.user.id;
  return isMine(task.Owner) || (taskEditing === 'owner-or-creator' && isMine(task.Created_By));
}

/** What a task shows besides its fields. */
export const taskKeys = (module: Module, record: CrmRecord): JsonObject =>
  isTasks(module)
    ? {
        $se_module: subjectOf(record)?.module ?? null,
        ...(record.Remind_At === undefined ? {} : { Remind_At: record.Remind_At }),
      }
    : {};
