import { bodyList, type Call, param, profileOf, type Routes } from './call';
import { type Entry, failure, flat, noPermission, type Reply, success } from './errors';
import { isObject, type JsonObject, textAt } from './json';
import { listParam } from './record-view';
import type { Variable } from './types';

/** CRM variables: everyone reads them, writing wants the right to customise. */
const TYPES = [
  'integer',
  'text',
  'textarea',
  'percent',
  'double',
  'currency',
  'long',
  'email',
  'website',
  'phone',
  'checkbox',
  'date',
  'datetime',
];
const NAME = /^[A-Za-z]\w*$/;
const MAXIMUM: Readonly<Record<string, number>> = { textarea: 50_000 };

const at = (index: number, key: string) => ({ api_name: key, json_path: `$.variables[${index}].${key}` });
const view = (variable: Variable): JsonObject => ({ ...variable, source: 'crm', read_only: false });

function mayWrite(call: Call): void {
  if (!profileOf(call)?.customize) throw noPermission('Crm_Implied_Customize_Zoho_CRM');
}

const find = (call: Call, key: string): Variable | undefined =>
  call.org.state.variables.find((variable) => variable.id === key || variable.api_name === key);

function named(call: Call): Variable {
  const variable = find(call, param(call, 'variable'));
  if (variable) return variable;
  throw flat(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 2 });
}

function list(call: Call): Reply {
  const group = call.query.get('group');
  const found = call.org.state.variables.filter(
    ({ variable_group }) => !group || variable_group.api_name === group || variable_group.id === group,
  );
  return found.length ? { status: 200, body: { variables: found.map(view) } } : { status: 204 };
}

const read = (call: Call): Reply => ({ status: 200, body: { variables: [view(named(call))] } });

/** Applies what a body says to a variable, or tells what is wrong with it. */
function write(variable: Variable, body: JsonObject, index: number): Entry | null {
  const value = body.value;
  const text = value === null || value === undefined ? null : String(value);
  if (isObject(value) || Array.isArray(value))
    return failure('INVALID_DATA', 'invalid data', { ...at(index, 'value'), expected_data_type: 'text' });
  const maximum = MAXIMUM[variable.type] ?? 255;
  if (text !== null && text.length > maximum)
    return failure('INVALID_DATA', 'invalid data', { ...at(index, 'value'), maximum_length: maximum });
  if (value !== undefined) variable.value = text;
  variable.name = textAt(body, 'name') ?? variable.name;
  variable.description = textAt(body, 'description') ?? variable.description;
  return null;
}

function createOne(call: Call, body: JsonObject, index: number): Entry {
  const [name, apiName, type] = [textAt(body, 'name'), textAt(body, 'api_name'), textAt(body, 'type')];
  const group = isObject(body.variable_group) ? body.variable_group : null;
  for (const [key, given] of Object.entries({ name, api_name: apiName, type, variable_group: group }))
    if (!given) return failure('MANDATORY_NOT_FOUND', 'required field not found', at(index, key));
  if (!apiName || !NAME.test(apiName))
    return failure('INVALID_DATA', 'invalid data', { ...at(index, 'api_name'), regex: NAME.source });
  if (!type || !TYPES.includes(type))
    return failure('INVALID_DATA', 'invalid data', { ...at(index, 'type'), supported_values: TYPES });
  if (find(call, apiName)) return failure('DUPLICATE_DATA', 'duplicate data', at(index, 'api_name'));
  const groupName = textAt(group ?? {}, 'api_name') ?? 'General';
  const known = call.org.state.variables.find((one) => one.variable_group.api_name === groupName);
  const variable: Variable = {
    id: call.org.nextId(),
    name: name ?? apiName,
    api_name: apiName,
    type,
    value: null,
    description: null,
    variable_group: known?.variable_group ?? { id: call.org.nextId(), api_name: groupName },
  };
  const wrong = write(variable, body, index);
  if (wrong) return wrong;
  call.org.state.variables.push(variable);
  return success('variable added', { id: variable.id });
}

function answer(entries: Entry[], good: number): Reply {
  const done = entries.filter((entry) => entry.status === 'success').length;
  return { status: done === entries.length ? good : done ? 207 : 400, body: { variables: entries } };
}

function create(call: Call): Reply {
  mayWrite(call);
  return answer(
    bodyList(call, 'variables', 50).map((body, index) => createOne(call, body, index)),
    201,
  );
}

function update(call: Call, pick: (body: JsonObject) => Variable | undefined): Reply {
  mayWrite(call);
  const entries = bodyList(call, 'variables', 50).map((body, index) => {
    const variable = pick(body);
    if (!variable) return failure('INVALID_DATA', 'the id given seems to be invalid', at(index, 'id'));
    return write(variable, body, index) ?? success('variable updated', { id: variable.id });
  });
  return answer(entries, 200);
}

const updateNamed = (call: Call): Reply => update(call, () => named(call));
const updateList = (call: Call): Reply =>
  update(call, (body) => find(call, textAt(body, 'id') ?? textAt(body, 'api_name') ?? ''));

function removeAll(call: Call, keys: readonly string[]): Reply {
  mayWrite(call);
  const entries = keys.map((key) => {
    const variable = find(call, key);
    if (!variable) return failure('INVALID_DATA', 'the id given seems to be invalid', { id: key });
    call.org.state.variables = call.org.state.variables.filter((one) => one !== variable);
    return success('variable deleted', { id: variable.id });
  });
  return answer(entries, 200);
}

export const variableRoutes: Routes = {
  '/settings/variables': {
    GET: list,
    POST: create,
    PUT: updateList,
    DELETE: (call) => removeAll(call, listParam(call, 'ids') ?? []),
  },
  '/settings/variables/:variable': {
    GET: read,
    PUT: updateNamed,
    DELETE: (call) => removeAll(call, [named(call).id]),
  },
};
