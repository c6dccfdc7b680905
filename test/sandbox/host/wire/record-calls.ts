import { at, isShape, type Shape, shapesOf, textOf } from '../shape';
import { type HostPage, NotBuilt } from './host-page';
import { ask, idOf, invalidData, moduleOf } from './older-calls';

/** Keys of a READ that say what is read; all others go into the query as they are. */
const READ_KEYS = ['Entity', 'RecordID', 'RelatedList', 'RelatedListName'];

/** One record, a list of a record, or the records of a module. */
export async function readRecords(request: unknown, page: HostPage): Promise<unknown> {
  const module = moduleOf(request);
  if (!module) throw invalidData('Entity has to be the name of a module', { api_name: 'Entity' });
  const given = isShape(request) ? request : {};
  const query = Object.fromEntries(Object.entries(given).filter(([key]) => !READ_KEYS.includes(key)));
  const list = textOf(given.RelatedList) || textOf(given.RelatedListName);
  if (list) return ask(page, 'GET', [module, idOf(request), list], { query });
  if (given.RecordID !== undefined) return ask(page, 'GET', [module, idOf(request)]);
  const sort_by = query.sort_order === undefined ? undefined : (query.sort_by ?? 'id');
  return ask(page, 'GET', [module], { query: { ...query, sort_by } });
}

export async function createRecords(data: Shape, page: HostPage): Promise<unknown> {
  const module = moduleOf(data);
  const given = data.APIData;
  switch (data.type) {
    case 'RECORD': {
      const body = { data: recordsOf(given), trigger: at(given, 'trigger') };
      if (propertyOf(given, 'action') !== 'UPSERT') return ask(page, 'POST', [module], { body });
      const fields = textOf(propertyOf(given, 'duplicate_check_fields')).split(',').filter(Boolean);
      const reply = await ask(page, 'POST', [module, 'upsert'], {
        body: { ...body, duplicate_check_fields: fields },
      });
      return at(reply, 'data') ?? reply;
    }
    case 'NOTES':
      return ask(page, 'POST', [module, idOf(data, 'RelatedID'), 'Notes'], { body: given });
    default:
      throw new NotBuilt(`adding ${data.type}`);
  }
}

export async function updateRecords(data: Shape, page: HostPage): Promise<unknown> {
  if (data.type !== 'RECORD') throw new NotBuilt(`updating ${data.type}`);
  return ask(page, 'PUT', [moduleOf(data)], { body: { data: recordsOf(data.APIData) } });
}

export async function deleteRecords(data: Shape, page: HostPage): Promise<unknown> {
  if (data.type !== 'RECORD') throw new NotBuilt(`deleting ${data.type}`);
  return ask(page, 'DELETE', [moduleOf(data), idOf(data)]);
}

const SEARCHES = ['email', 'phone', 'word', 'criteria'];

export async function searchRecords(data: Shape, page: HostPage): Promise<unknown> {
  const type = textOf(data.Type);
  if (!SEARCHES.includes(type))
    throw invalidData(`A search is by ${SEARCHES.join(', ')}`, { api_name: 'Type' });
  const query = { [type]: data.Query, page: data.page, per_page: data.per_page };
  return ask(page, 'GET', [moduleOf(data), 'search'], { query });
}

export const queryRecords = (data: Shape, page: HostPage): Promise<unknown> =>
  ask(page, 'POST', ['coql'], { body: data.APIData });

/** What the SDK writes into the widget's object besides the record's fields. */
const MARKS = ['trigger', 'action', 'duplicate_check_fields'];

/** The records of a write: one object, a list of them, or a list under `data`. */
function recordsOf(given: unknown): Shape[] {
  const list = Array.isArray(given) ? given : (at(given, 'data') ?? [given]);
  return shapesOf(list).map((record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !MARKS.includes(key))),
  );
}

/** The SDK writes properties onto a list, too, and they cross the wire with it. */
const propertyOf = (given: unknown, key: string): unknown =>
  typeof given === 'object' && given !== null ? Reflect.get(given, key) : undefined;
