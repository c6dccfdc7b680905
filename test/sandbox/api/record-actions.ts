import { bodyList, type Call, param, type Routes } from './call';
import { flat, invalidRecord, listed, Refusal, type Reply, recordLocked, success } from './errors';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';
import { type Action, refusedByLock, runRules } from './locking';
import { moduleOf } from './record-view';
import { remove, touch } from './record-writes';
import { refuseInactive } from './rights';
import { trace } from './timeline';
import type { CrmRecord, Module } from './types';

/** Tags, owner and conversion: each is refused by a lock only where the configuration restricts it. */
function target(call: Call, action: Action): { module: Module; record: CrmRecord } {
  const module = moduleOf(call);
  const record = call.org.record(module.api_name, param(call, 'record'));
  if (!record) throw invalidRecord();
  if (refusedByLock(call.org, call.user, module.api_name, record.id, action)) {
    const entry = recordLocked({ id: record.id });
    // Zoho answers tags flat and the others in the list.
    throw new Refusal(400, action === 'tags' ? entry : { data: [entry] });
  }
  return { module, record };
}

const tagNames = (tags: Json | undefined): string[] =>
  isArray(tags) ? tags.filter(isObject).flatMap((tag) => textAt(tag, 'name') ?? []) : [];

function changeTags(change: (had: string[], given: string[]) => string[]) {
  return (call: Call): Reply => {
    const { module, record } = target(call, 'tags');
    const given = bodyList(call, 'tags', 10).flatMap((tag) => textAt(tag, 'name') ?? []);
    const had = isArray(record.Tag) ? record.Tag.filter(isObject) : [];
    const tags = change(tagNames(record.Tag), given).map(
      (name) => had.find((tag) => tag.name === name) ?? { name, id: call.org.nextId(), color_code: null },
    );
    touch(call, module, record, { Tag: tags });
    return { status: 200, body: { data: [success('tags updated successfully', { id: record.id, tags })] } };
  };
}

function changeOwner(call: Call): Reply {
  const { module, record } = target(call, 'change_owner');
  const owner = isObject(call.body) && isObject(call.body.owner) ? textAt(call.body.owner, 'id') : undefined;
  const user = call.org.user(owner ?? '');
  if (!user)
    throw flat(400, 'INVALID_DATA', 'the id given seems to be invalid', {
      api_name: 'id',
      json_path: '$.owner.id',
    });
  const inactive = refuseInactive(call.org, user, '$.owner.id');
  if (inactive) throw listed('data', 400, inactive);
  touch(call, module, record, { Owner: { name: user.name, id: user.id, email: user.email } });
  return { status: 200, body: { data: [success('record updated', { id: record.id })] } };
}

function add(call: Call, module: string, values: JsonObject): JsonObject {
  const record: CrmRecord = { ...values, id: call.org.nextId() };
  call.org.putRecord(module, record);
  trace(call.org, module, record.id, { action: 'added', source: 'convert', by: call.user });
  runRules(call.org, module, record, { name: call.user.name, id: call.user.id });
  return { name: call.org.nameOf(module, record), id: record.id };
}

/** A lead becomes a contact and an account, and is gone. */
function convert(call: Call): Reply {
  if (param(call, 'module') !== 'Leads') throw flat(404, 'INVALID_URL_PATTERN', 'Please check the URL');
  const { module, record } = target(call, 'convert');
  const base = {
    Owner: record.Owner ?? null,
    Tag: [],
    Created_Time: call.org.time(),
    Modified_Time: call.org.time(),
  };
  const account = add(call, 'Accounts', { ...base, Account_Name: record.Company ?? null });
  const contact = add(call, 'Contacts', {
    ...base,
    Last_Name: record.Last_Name ?? null,
    Email: record.Email ?? null,
    Account_Name: account,
  });
  remove(call, module, record.id);
  const details = { Contacts: contact, Deals: null, Accounts: account };
  return { status: 200, body: { data: [success('The record has been converted successfully', details)] } };
}

export const recordActionRoutes: Routes = {
  '/:module/:record/actions/add_tags': {
    POST: changeTags((had, given) => [...new Set([...had, ...given])]),
  },
  '/:module/:record/actions/remove_tags': {
    POST: changeTags((had, given) => had.filter((name) => !given.includes(name))),
  },
  '/:module/:record/actions/change_owner': { POST: changeOwner },
  '/:module/:record/actions/convert': { POST: convert },
};
