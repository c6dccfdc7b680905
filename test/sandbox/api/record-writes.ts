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
import { canonical, type JsonObject, textAt } from './json';
import { refusedByLock, runRules } from './locking';
import { missingMandatory, readValues } from './record-values';
import { listParam, moduleOf } from './record-view';
import type { CrmRecord, Module, Person } from './types';

/*
 * Record writes. Order of checks: session, module, body, record id, lock, values. Several records in one call are
 * answered one by one, as Zoho does: the status is that of the only one, or 207 when results differ.
 */

const BATCH = 100;
const SUCCESS_STATUS = { created: 201, done: 200 };

const person = (user: Person): JsonObject => ({ name: user.name, id: user.id });

const stamps = (record: CrmRecord): JsonObject => ({
  Modified_Time: record.Modified_Time ?? null,
  Modified_By: record.Modified_By ?? null,
  Created_Time: record.Created_Time ?? null,
  id: record.id,
  Created_By: record.Created_By ?? null,
});

function answer(entries: Entry[], good: number): Reply {
  const done = entries.filter((entry) => entry.status === 'success').length;
  const status = done === entries.length ? good : done === 0 ? 400 : 207;
  return { status, body: { data: entries } };
}

function create(call: Call, module: Module, body: JsonObject, index: number): Entry {
  const read = readValues(call.org, module, body, index);
  if ('failure' in read) return read.failure;
  const missing = missingMandatory(module, read.values, index);
  if (missing) return missing;
  const now = call.org.time();
  const me = { ...person(call.user), email: call.user.email };
  const record: CrmRecord = { id: call.org.nextId() };
  for (const field of module.fields) record[field.api_name] = field.data_type === 'boolean' ? false : null;
  Object.assign(record, { Owner: me, Tag: [] }, read.values, {
    Created_By: me,
    Modified_By: me,
    Created_Time: now,
    Modified_Time: now,
    Last_Activity_Time: now,
  });
  call.org.putRecord(module.api_name, record);
  runRules(call.org, module.api_name, record);
  return success('record added', stamps(record));
}

/** Changes a record and runs the rules after it; a value sent as it already is changes nothing. */
export function change(call: Call, module: Module, record: CrmRecord, body: JsonObject, index = 0): Entry {
  const sent = Object.keys(body).filter(
    (key) =>
      key !== 'id' && call.org.field(module.api_name, key) && canonical(body[key]) !== canonical(record[key]),
  );
  if (refusedByLock(call.org, call.user, module.api_name, record.id, 'update', sent))
    return recordLocked({ api_name: 'id', json_path: `$.data[${index}].id` });
  const read = readValues(call.org, module, body, index);
  if ('failure' in read) return read.failure;
  return success('record updated', stamps(touch(call, module, record, read.values)));
}

/** Writes values without asking the lock: for actions that asked about themselves. */
export function touch(call: Call, module: Module, record: CrmRecord, values: JsonObject): CrmRecord {
  const changed = {
    ...record,
    ...values,
    Modified_By: { ...person(call.user), email: call.user.email },
    Modified_Time: call.org.time(),
  };
  call.org.putRecord(module.api_name, changed);
  runRules(call.org, module.api_name, changed);
  return changed;
}

export function remove(call: Call, module: Module, id: string): void {
  delete call.org.state.records[module.api_name]?.[id];
  call.org.setLock(module.api_name, id, null);
}

function removeOne(call: Call, module: Module, id: string): Entry {
  if (!call.org.record(module.api_name, id))
    return failure('INVALID_DATA', 'the id given seems to be invalid', { id });
  if (refusedByLock(call.org, call.user, module.api_name, id, 'delete')) return recordLocked({ id });
  remove(call, module, id);
  return success('record deleted', { id });
}

export function createRecords(call: Call): Reply {
  const module = moduleOf(call);
  const bodies = bodyList(call, 'data', BATCH);
  return answer(
    bodies.map((body, index) => create(call, module, body, index)),
    SUCCESS_STATUS.created,
  );
}

export function updateRecord(call: Call): Reply {
  const module = moduleOf(call);
  const [body = {}] = bodyList(call, 'data', 1);
  const record = call.org.record(module.api_name, param(call, 'record'));
  if (!record) throw invalidRecord();
  return answer([change(call, module, record, body)], SUCCESS_STATUS.done);
}

export function updateRecords(call: Call): Reply {
  const module = moduleOf(call);
  const entries = bodyList(call, 'data', BATCH).map((body, index) => {
    const record = call.org.record(module.api_name, textAt(body, 'id') ?? '');
    const where = { api_name: 'id', json_path: `$.data[${index}].id` };
    if (!record) return failure('INVALID_DATA', 'the id given seems to be invalid', where);
    return change(call, module, record, body, index);
  });
  return answer(entries, SUCCESS_STATUS.done);
}

export function deleteRecord(call: Call): Reply {
  const module = moduleOf(call);
  const id = param(call, 'record');
  if (!call.org.record(module.api_name, id)) throw invalidRecord();
  return answer([removeOne(call, module, id)], SUCCESS_STATUS.done);
}

export function deleteRecords(call: Call): Reply {
  const module = moduleOf(call);
  const ids = listParam(call, 'ids');
  if (!ids) throw missingParam('ids');
  return answer(
    ids.map((id) => removeOne(call, module, id)),
    SUCCESS_STATUS.done,
  );
}
