import { isJson, isObject, type JsonObject } from '../base/json';
import { fail, ok, type Result } from './errors';
import { type RecordRef, recordPath } from './paths';
import { readList } from './read-list';
import type { Send } from './transport';

/** Fields that one call may name. */
const MOST_FIELDS = 50;

/** These fields of a record as the API gives them. One call for each fifty fields; `notFound` when there is no such record. */
export async function readRecordValues(
  send: Send,
  record: RecordRef,
  fields: readonly string[],
): Promise<Result<JsonObject>> {
  let values: JsonObject = {};
  // A name that is no word is no field, and could only lead the call elsewhere.
  const names = fields.filter((name) => /^\w+$/.test(name));
  for (let from = 0; from < names.length; from += MOST_FIELDS) {
    const query = { fields: names.slice(from, from + MOST_FIELDS).join() };
    const answer = await readList(send, { path: recordPath(record), query }, 'data');
    if (!answer.ok) return answer;
    const [row] = answer.value;
    if (!row) return fail('notFound');
    if (!isJson(row) || !isObject(row)) return fail('unexpected');
    values = { ...values, ...row };
  }
  return ok(values);
}
