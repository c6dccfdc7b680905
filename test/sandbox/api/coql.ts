import type { Call, Routes } from './call';
import { compareRecords, compileClause } from './coql-conditions';
import { type CoqlQuery, parseCoql } from './coql-parse';
import { flat, type Reply, scopeMismatch } from './errors';
import { isArray, isObject, type JsonObject } from './json';
import { demand } from './rights';
import type { CrmRecord, Module } from './types';

type Column = CoqlQuery['columns'][number];

const isColumn = (module: Module, name: string): boolean =>
  name === 'id' || module.fields.some((field) => field.api_name === name);

/** Names of aggregates are upper case. Of them the sandbox knows COUNT, alone in its query. */
function checkColumns(module: Module, columns: readonly Column[]): void {
  for (const { name, aggregate } of columns) {
    if (aggregate !== undefined && (aggregate !== 'COUNT' || columns.length > 1))
      throw flat(400, 'INVALID_DATA', 'invalid data', {
        reason: 'unsupported aggregate function',
        column: `${aggregate}(${name})`,
      });
    if (!isColumn(module, name))
      throw flat(400, 'INVALID_QUERY', 'column given seems to be invalid', { column_name: name });
    if (columns.filter((other) => other.name === name).length > 1)
      throw flat(400, 'DUPLICATE_DATA', 'duplicate select column', { column_name: name });
  }
}

/** Of a user or a record COQL tells the id alone; the id of the row comes unasked. */
function rowOf(call: Call, module: Module, columns: readonly Column[], record: CrmRecord): JsonObject {
  const row: JsonObject = {};
  for (const { name } of columns) {
    const value = call.org.value(module.api_name, record, name);
    row[name] = isObject(value) && !isArray(value) ? { id: value.id ?? null } : value;
  }
  return { ...row, id: record.id };
}

const answer = (data: JsonObject[], more: boolean): Reply => ({
  status: 200,
  body: { data, info: { count: data.length, more_records: more } },
});

/** `select … from … where …`, evaluated over the records as they are; 204 when none matches. */
function runQuery(call: Call): Reply {
  if (call.org.options.coql === 'refused') throw scopeMismatch();
  const text = isObject(call.body) ? call.body.select_query : undefined;
  if (typeof text !== 'string')
    throw flat(400, 'MANDATORY_NOT_FOUND', 'mandatory key not found', { api_name: 'select_query' });
  const { columns, module: name, where, order, limit, offset } = parseCoql(text);
  const module = call.org.module(name);
  if (!module) throw flat(400, 'INVALID_MODULE', 'the given module is not supported in api');
  if (name === 'Tasks') demand(call, 'mayUseTasks');
  if (call.org.options.lockedInCoql === 'unknown' && text.includes('Locked__s'))
    throw flat(400, 'INVALID_QUERY', 'column given seems to be invalid', { column_name: 'Locked__s' });
  checkColumns(module, columns);
  const found = call.org.records(name).filter(compileClause(call.org, module, where));
  const [first] = columns;
  if (first?.aggregate !== undefined)
    return found.length === 0
      ? { status: 204 }
      : answer([{ [call.org.options.countKey ?? `${first.aggregate}(${first.name})`]: found.length }], false);
  const page = found.sort(compareRecords(call.org, module, order)).slice(offset, offset + limit);
  return page.length === 0
    ? { status: 204 }
    : answer(
        page.map((record) => rowOf(call, module, columns, record)),
        found.length > offset + limit,
      );
}

export const coqlRoutes: Routes = { '/coql': { POST: runQuery } };
