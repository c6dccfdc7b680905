import { type Call, param, type Routes } from './call';
import { compileCriteria } from './criteria';
import { flat, invalidRecord, missingParam, type Reply } from './errors';
import type { Json } from './json';
import { listParam, moduleOf, recordView } from './record-view';
import { createRecords, deleteRecord, deleteRecords, updateRecord, updateRecords } from './record-writes';
import { parseSearchCriteria } from './search-criteria';
import type { CrmRecord, Module } from './types';

const PER_PAGE = 200;

function pageOf(call: Call): { page: number; perPage: number } {
  const read = (name: string, fallback: number, maximum: number): number => {
    const given = Number(call.query.get(name) ?? fallback);
    if (Number.isInteger(given) && given >= 1 && given <= maximum) return given;
    throw flat(400, 'INVALID_DATA', 'invalid data', { param_name: name, maximum_length: maximum });
  };
  return { page: read('page', 1, 10_000), perPage: read('per_page', PER_PAGE, PER_PAGE) };
}

function compareBy(call: Call, module: Module): ((a: CrmRecord, b: CrmRecord) => number) | null {
  const key = call.query.get('sort_by');
  if (!key) return null;
  const sign = call.query.get('sort_order') === 'desc' ? -1 : 1;
  const read = (record: CrmRecord): Json => call.org.value(module.api_name, record, key);
  return (a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return sign * (Number(left !== null) - Number(right !== null));
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right));
  };
}

function answerPage(call: Call, module: Module, records: CrmRecord[]): Reply {
  const { page, perPage } = pageOf(call);
  const order = compareBy(call, module);
  const sorted = order ? [...records].sort(order) : records;
  const part = sorted.slice((page - 1) * perPage, page * perPage);
  if (part.length === 0) return { status: 204 };
  const fields = listParam(call, 'fields');
  const info = {
    per_page: perPage,
    count: part.length,
    page,
    more_records: sorted.length > page * perPage,
  };
  return {
    status: 200,
    body: { data: part.map((record) => recordView(call, module, record, fields)), info },
  };
}

/** Since version 3 Zoho wants `fields` for a list; 204 when the page is empty. */
function listRecords(call: Call): Reply {
  const module = moduleOf(call);
  if (!call.query.get('fields')) throw missingParam('fields');
  const ids = listParam(call, 'ids');
  const records = call.org.records(module.api_name);
  return answerPage(call, module, ids ? records.filter((record) => ids.includes(record.id)) : records);
}

/** By `criteria=(Field:equals:x)`, or by `word`, which is looked for in every text of the record. */
function searchRecords(call: Call): Reply {
  const module = moduleOf(call);
  const criteria = call.query.get('criteria');
  const word = call.query.get('word')?.toLowerCase();
  const records = call.org.records(module.api_name);
  if (criteria) {
    const test = compileCriteria(call.org, module.api_name, parseSearchCriteria(criteria));
    return answerPage(call, module, records.filter(test));
  }
  if (!word) throw missingParam('criteria');
  const texts = module.fields.filter((field) => field.searchable).map((field) => field.api_name);
  const holds = (record: CrmRecord) =>
    texts.some((name) => typeof record[name] === 'string' && record[name].toLowerCase().includes(word));
  return answerPage(call, module, records.filter(holds));
}

/** Zoho's figure may be some minutes old; this one is exact. */
function countRecords(call: Call): Reply {
  const module = moduleOf(call);
  const criteria = call.query.get('criteria');
  const records = call.org.records(module.api_name);
  if (!criteria) return { status: 200, body: { count: records.length } };
  const test = compileCriteria(call.org, module.api_name, parseSearchCriteria(criteria));
  return { status: 200, body: { count: records.filter(test).length } };
}

function readRecord(call: Call): Reply {
  const module = moduleOf(call);
  const record = call.org.record(module.api_name, param(call, 'record'));
  if (!record) throw invalidRecord();
  return { status: 200, body: { data: [recordView(call, module, record, listParam(call, 'fields'))] } };
}

export const recordRoutes: Routes = {
  '/:module/search': { GET: searchRecords },
  '/:module/actions/count': { GET: countRecords },
  '/:module': { GET: listRecords, POST: createRecords, PUT: updateRecords, DELETE: deleteRecords },
  '/:module/:record': { GET: readRecord, PUT: updateRecord, DELETE: deleteRecord },
};
