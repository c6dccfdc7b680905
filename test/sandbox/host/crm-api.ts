import { at, isShape, type Shape, shapesOf, textOf } from './shape';

/** The CRM's own pages read and write through the same API as everybody else, as the signed-in user. */

export interface Module {
  readonly apiName: string;
  readonly label: string;
  readonly singular: string;
}

export interface Field {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly readOnly: boolean;
  readonly choices: readonly string[];
}

export interface Page {
  readonly records: readonly Shape[];
  readonly more: boolean;
}

/** Why the CRM refused, in its own code and words. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Modules that have a tab, in the order in which the CRM lists them. */
export async function readModules(): Promise<Module[]> {
  const modules = shapesOf(at(await call('GET', '/crm/v8/settings/modules'), 'modules'));
  const tabs = modules.filter((module) => module.show_as_tab !== false);
  return tabs.map((module) => ({
    apiName: textOf(module.api_name),
    label: textOf(module.plural_label) || textOf(module.api_name),
    singular: textOf(module.singular_label) || textOf(module.api_name),
  }));
}

export async function readFields(module: string): Promise<Field[]> {
  const path = `/crm/v8/settings/fields?module=${encodeURIComponent(module)}`;
  return shapesOf(at(await call('GET', path), 'fields')).map((field) => ({
    apiName: textOf(field.api_name),
    label: textOf(field.field_label) || textOf(field.api_name),
    dataType: textOf(field.data_type),
    readOnly: field.read_only === true || field.field_read_only === true,
    choices: shapesOf(field.pick_list_values).map((choice) => textOf(choice.actual_value)),
  }));
}

/** 50 records of a module; with a word, those that contain it. */
export async function readPage(
  module: string,
  fields: readonly string[],
  page: number,
  word: string,
): Promise<Page> {
  const query = new URLSearchParams({ fields: fields.join(','), page: String(page), per_page: '50' });
  if (word) query.set('word', word);
  const reply = await call('GET', `${tab(module)}${word ? '/search' : ''}?${query}`);
  return { records: shapesOf(at(reply, 'data')), more: at(at(reply, 'info'), 'more_records') === true };
}

/** One record with all its fields; undefined when there is none of that id. */
export async function readRecord(module: string, id: string): Promise<Shape | undefined> {
  return shapesOf(at(await call('GET', `${tab(module)}/${id}`), 'data'))[0];
}

export async function updateRecord(module: string, id: string, values: Shape): Promise<void> {
  await call('PUT', `${tab(module)}/${id}`, { data: [values] });
}

export async function deleteRecord(module: string, id: string): Promise<void> {
  await call('DELETE', `${tab(module)}/${id}`);
}

export async function changeOwner(module: string, id: string, owner: string): Promise<void> {
  await call('POST', `${tab(module)}/${id}/actions/change_owner`, { owner: { id: owner } });
}

export async function addTag(module: string, id: string, tag: string): Promise<void> {
  await call('POST', `${tab(module)}/${id}/actions/add_tags`, { tags: [{ name: tag }] });
}

export async function convertLead(id: string): Promise<void> {
  await call('POST', `${tab('Leads')}/${id}/actions/convert`, { data: [{}] });
}

/** The address of a module's records. */
export const tab = (module: string) => `/crm/v8/${encodeURIComponent(module)}`;

/** Makes a call as the CRM itself. The parsed body, undefined for 204. Refusals are thrown, whether they come flat or inside `data`. */
export async function call(method: string, path: string, body?: Shape): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: { 'x-sandbox-caller': 'crm', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const reply: unknown = text ? JSON.parse(text) : undefined;
  const first = shapesOf(at(reply, 'data'))[0];
  for (const answer of [reply, first])
    if (isShape(answer) && answer.status === 'error')
      throw new Refusal(textOf(answer.code), textOf(answer.message));
  if (!response.ok) throw new Refusal(String(response.status), 'The CRM did not answer');
  return reply;
}
