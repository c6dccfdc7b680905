import { type Call, param, type Routes } from './call';
import { compileCriteria, type Test } from './criteria';
import { viewTest } from './custom-views';
import { ambiguous, flat, invalidRecord, missingParam, type Reply, scopeMismatch } from './errors';
import { isArray, isObject, type Json, type JsonObject } from './json';
import { boundedList, fieldsParam, pageOf, pageReply } from './record-pages';
import { moduleOf, recordView } from './record-view';
import { createRecords, deleteRecord, deleteRecords, updateRecord, updateRecords } from './record-writes';
import { parseSearchCriteria } from './search-criteria';
import type { CrmRecord, Module } from './types';

const MOST_IDS = 100;

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

function answerPage(call: Call, module: Module, records: CrmRecord[], tokens = true): Reply {
  const fields = fieldsParam(call);
  const order = compareBy(call, module);
  const { rows, info } = pageOf(call, order ? [...records].sort(order) : records, tokens);
  return pageReply({ rows: rows.map((record) => recordView(call, module, record, fields)), info });
}

/** Since version 3 Zoho wants `fields` for a list; 204 when the page is empty. */
function listRecords(call: Call): Reply {
  const module = moduleOf(call);
  if (!call.query.get('fields')) throw missingParam('fields');
  const ids = boundedList(call, 'ids', MOST_IDS);
  const cvid = call.query.get('cvid');
  if (cvid && call.query.has('sort_by')) throw ambiguous([{ param_name: 'cvid' }, { param_name: 'sort_by' }]);
  const wanted = ids && new Set(ids);
  const inView = cvid ? viewTest(call, module, cvid) : () => true;
  const records = call.org.records(module.api_name);
  return answerPage(
    call,
    module,
    records.filter((record) => (wanted ? wanted.has(record.id) : true) && inView(record)),
  );
}

/** The fields that a search asks about. */
function searchedFields(criteria: JsonObject): string[] {
  if (isArray(criteria.group)) return criteria.group.filter(isObject).flatMap(searchedFields);
  return isObject(criteria.field) ? [String(criteria.field.api_name)] : [];
}

/** A field that the module does not have is refused; an org's search may not know the field of the locks, either. */
function searchTest(call: Call, module: Module, criteria: string): Test {
  const parsed = parseSearchCriteria(criteria);
  const isKnown = (name: string): boolean =>
    name === 'Locked__s' && call.org.options.lockedInSearch === 'unknown'
      ? false
      : name === 'id' || call.org.field(module.api_name, name) !== undefined;
  const unknown = searchedFields(parsed).find((name) => !isKnown(name));
  if (unknown !== undefined)
    throw flat(400, 'INVALID_QUERY', 'Invalid query formed', {
      reason: 'the field is not available for search',
      api_name: unknown,
    });
  return compileCriteria(call.org, module.api_name, parsed);
}

/** By `criteria=(Field:equals:x)`, by `email` or `phone`, or by `word`, which is looked for in every text of the record. */
function searchRecords(call: Call): Reply {
  const module = moduleOf(call);
  if (call.org.options.search === 'refused') throw scopeMismatch();
  const criteria = call.query.get('criteria');
  const word = call.query.get('word')?.toLowerCase();
  const records = call.org.records(module.api_name);
  if (criteria) {
    return answerPage(call, module, records.filter(searchTest(call, module, criteria)), false);
  }
  for (const type of ['email', 'phone']) {
    const wanted = call.query.get(type)?.toLowerCase();
    const names = module.fields.filter((field) => field.data_type === type).map((field) => field.api_name);
    const has = (record: CrmRecord) => names.some((name) => String(record[name]).toLowerCase() === wanted);
    if (wanted) return answerPage(call, module, records.filter(has), false);
  }
  if (!word) throw missingParam('criteria');
  const texts = module.fields.filter((field) => field.searchable).map((field) => field.api_name);
  const holds = (record: CrmRecord) =>
    texts.some((name) => typeof record[name] === 'string' && record[name].toLowerCase().includes(word));
  return answerPage(call, module, records.filter(holds), false);
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
  return { status: 200, body: { data: [recordView(call, module, record, fieldsParam(call))] } };
}

export const recordRoutes: Routes = {
  '/:module/search': { GET: searchRecords },
  '/:module/actions/count': { GET: countRecords },
  '/:module': { GET: listRecords, POST: createRecords, PUT: updateRecords, DELETE: deleteRecords },
  '/:module/:record': { GET: readRecord, PUT: updateRecord, DELETE: deleteRecord },
};
