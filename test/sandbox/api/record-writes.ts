import { bodyList, type Call, param } from './call';
import {
  type Entry,
  failure,
  invalidRecord,
  missingParam,
  type Reply,
  recordLocked,
  success,
} from './errors';
import { canonical, isObject, type JsonObject, textAt } from './json';
import { refusedByLock, runRules } from './locking';
import { missingMandatory, readValues } from './record-values';
import { listParam, moduleOf } from './record-view';
import { refuseInactive } from './rights';
import { isRefusal, mayEditTask, readTask, subjectOf, withoutSubject } from './tasks';
import { changesBetween, trace } from './timeline';
import type { CrmRecord, Module, Person, Ref } from './types';

/*
 * Record writes. Order of checks: session, module, body, record id, lock, values. Several records in one call are
 * answered one by one, as Zoho does: the status is that of the only one, or 207 when results differ.
 */

const BATCH = 100;
const SUCCESS_STATUS = { created: 201, done: 200 };

const personRef = (user: Person): Ref => ({ name: user.name, id: user.id });

const stamps = (record: CrmRecord): JsonObject => ({
  Modified_Time: record.Modified_Time ?? null,
  Modified_By: record.Modified_By ?? null,
  Created_Time: record.Created_Time ?? null,
  id: record.id,
  Created_By: record.Created_By ?? null,
});

export function answerEach(entries: Entry[], good: number): Reply {
  const done = entries.filter((entry) => entry.status === 'success').length;
  const isForbidden = entries.every((entry) => entry.code === 'NO_PERMISSION');
  const failed = isForbidden ? 403 : 400;
  const status = done === entries.length ? good : done === 0 ? failed : 207;
  return { status, body: { data: entries } };
}

/** What a body would write, the own keys of tasks included. */
function readBody(call: Call, module: Module, body: JsonObject, index: number): JsonObject | Entry {
  const read = readValues(call.org, module, withoutSubject(module, body), index);
  if ('failure' in read) return read.failure;
  const { Owner: owner } = read.values;
  const user = isObject(owner) ? call.org.user(textAt(owner, 'id') ?? '') : undefined;
  const inactive = refuseInactive(call.org, user, `$.data[${index}].Owner`);
  if (inactive) return inactive;
  const task = readTask(call, module, body, index);
  return isRefusal(task) ? task : { ...read.values, ...task };
}

/** The record that a task is about hears of it, too. */
function tellSubject(call: Call, module: Module, task: CrmRecord, action: 'added' | 'updated'): void {
  const subject = module.api_name === 'Tasks' ? subjectOf(task) : null;
  if (!subject) return;
  const about = { module: module.api_name, id: task.id, name: call.org.nameOf(module.api_name, task) };
  trace(call.org, subject.module, subject.id, { action, source: call.source, by: call.user, about });
}

function create(call: Call, module: Module, body: JsonObject, index: number): Entry {
  const values = readBody(call, module, body, index);
  if (isRefusal(values)) return values;
  const missing = missingMandatory(module, values, index);
  if (missing) return missing;
  const now = call.org.time();
  const me = { ...personRef(call.user), email: call.user.email };
  const record: CrmRecord = { id: call.org.nextId() };
  for (const field of module.fields) record[field.api_name] = field.data_type === 'boolean' ? false : null;
  const usual = module.api_name === 'Tasks' ? { Status: 'Not Started', Priority: 'Normal' } : {};
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  Object.assign(record, { Owner: me, Tag: [] }, usual, given, {
    Created_By: me,
    Modified_By: me,
    Created_Time: now,
    Modified_Time: now,
    Last_Activity_Time: now,
  });
  call.org.putRecord(module.api_name, record);
  trace(call.org, module.api_name, record.id, { action: 'added', source: call.source, by: call.user });
  tellSubject(call, module, record, 'added');
  runRules(call.org, module.api_name, record, personRef(call.user));
  return success('record added', stamps(record));
}

const notMine = (): Entry =>
  failure('NO_PERMISSION', 'permission denied', { permissions: ['Crm_Implied_Edit_Tasks'] });

/** Changes a record and runs the rules after it; a value sent as it already is changes nothing. */
function change(call: Call, module: Module, record: CrmRecord, body: JsonObject, index = 0): Entry {
  const sent = Object.keys(body).filter(
    (key) =>
      key !== 'id' && call.org.field(module.api_name, key) && canonical(body[key]) !== canonical(record[key]),
  );
  if (refusedByLock(call.org, call.user, module.api_name, record.id, 'update', sent))
    return recordLocked({ api_name: 'id', json_path: `$.data[${index}].id` });
  if (!mayEditTask(call, module, record)) return notMine();
  const values = readBody(call, module, body, index);
  if (isRefusal(values)) return values;
  const changed = touch(call, module, record, values);
  tellSubject(call, module, changed, 'updated');
  return success('record updated', stamps(changed));
}

/** Writes values without asking the lock: for actions that asked about themselves. */
export function touch(call: Call, module: Module, record: CrmRecord, values: JsonObject): CrmRecord {
  const changed = {
    ...record,
    ...values,
    Modified_By: { ...personRef(call.user), email: call.user.email },
    Modified_Time: call.org.time(),
  };
  call.org.putRecord(module.api_name, changed);
  const changes = changesBetween(module, record, changed);
  if (changes.length > 0)
    trace(call.org, module.api_name, record.id, {
      action: 'updated',
      source: call.source,
      by: call.user,
      changes,
    });
  runRules(call.org, module.api_name, changed, personRef(call.user));
  return changed;
}

export function remove(call: Call, module: Module, id: string): void {
  delete call.org.state.records[module.api_name]?.[id];
  call.org.setLock(module.api_name, id, null);
  delete call.org.state.timeline[module.api_name]?.[id];
  delete call.org.state.notes[module.api_name]?.[id];
}

function removeOne(call: Call, module: Module, id: string): Entry {
  const record = call.org.record(module.api_name, id);
  if (!record) return failure('INVALID_DATA', 'the id given seems to be invalid', { id });
  if (!mayEditTask(call, module, record)) return notMine();
  if (refusedByLock(call.org, call.user, module.api_name, id, 'delete')) return recordLocked({ id });
  remove(call, module, id);
  return success('record deleted', { id });
}

export function createRecords(call: Call): Reply {
  const module = moduleOf(call);
  const bodies = bodyList(call, 'data', BATCH);
  return answerEach(
    bodies.map((body, index) => create(call, module, body, index)),
    SUCCESS_STATUS.created,
  );
}

export function updateRecord(call: Call): Reply {
  const module = moduleOf(call);
  const [body = {}] = bodyList(call, 'data', 1);
  const record = call.org.record(module.api_name, param(call, 'record'));
  if (!record) throw invalidRecord();
  return answerEach([change(call, module, record, body)], SUCCESS_STATUS.done);
}

export function updateRecords(call: Call): Reply {
  const module = moduleOf(call);
  const entries = bodyList(call, 'data', BATCH).map((body, index) => {
    const record = call.org.record(module.api_name, textAt(body, 'id') ?? '');
    const where = { api_name: 'id', json_path: `$.data[${index}].id` };
    if (!record) return failure('INVALID_DATA', 'the id given seems to be invalid', where);
    return change(call, module, record, body, index);
  });
  return answerEach(entries, SUCCESS_STATUS.done);
}

export function deleteRecord(call: Call): Reply {
  const module = moduleOf(call);
  const id = param(call, 'record');
  if (!call.org.record(module.api_name, id)) throw invalidRecord();
  return answerEach([removeOne(call, module, id)], SUCCESS_STATUS.done);
}

export function deleteRecords(call: Call): Reply {
  const module = moduleOf(call);
  const ids = listParam(call, 'ids');
  if (!ids) throw missingParam('ids');
  return answerEach(
    ids.map((id) => removeOne(call, module, id)),
    SUCCESS_STATUS.done,
  );
}
