import { bodyList, type Call, type Routes } from './call';
import type { Reply } from './errors';
import { isArray, isObject, type Json, type JsonObject } from './json';
import { moduleOf } from './record-view';
import type { Module } from './types';

/** What tells two records of a module apart where the call does not say. */
const USUAL: Readonly<Record<string, readonly string[]>> = { Leads: ['Email'], Contacts: ['Email'] };

function checkedFields(call: Call, module: Module): readonly string[] {
  const given = isObject(call.body) ? call.body.duplicate_check_fields : undefined;
  if (isArray(given) && given.length > 0) return given.map(String);
  return USUAL[module.api_name] ?? [module.nameField];
}

/** Updates the record that has the same value in one of the fields, else adds one. Each is a call of its own inside. */
function upsertOne(call: Call, module: Module, body: JsonObject, fields: readonly string[]): Json[] {
  const records = call.org.records(module.api_name);
  const same = (field: string) =>
    body[field] ? records.find((record) => record[field] === body[field]) : undefined;
  const field = fields.find(same);
  const id = typeof body.id === 'string' ? body.id : field === undefined ? undefined : same(field)?.id;
  const path = `/${module.api_name}`;
  const data = { data: [{ ...body, ...(id === undefined ? {} : { id }) }] };
  const method = id === undefined ? 'POST' : 'PUT';
  const reply = call.part({ method, path, query: new URLSearchParams(), body: data });
  const entries = isObject(reply.body) && isArray(reply.body.data) ? reply.body.data : [reply.body ?? null];
  const action = id === undefined ? 'insert' : 'update';
  return entries.map((entry) =>
    isObject(entry) ? { ...entry, action, duplicate_field: field ?? null } : entry,
  );
}

function upsert(call: Call): Reply {
  const module = moduleOf(call);
  const fields = checkedFields(call, module);
  const data = bodyList(call, 'data', 100).flatMap((body) => upsertOne(call, module, body, fields));
  const done = data.filter((entry) => isObject(entry) && entry.status === 'success').length;
  return { status: done === data.length ? 200 : done === 0 ? 400 : 207, body: { data } };
}

export const upsertRoutes: Routes = { '/:module/upsert': { POST: upsert } };
