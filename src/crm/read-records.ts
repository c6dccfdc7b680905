import { ok, type Result } from './errors';
import { type ListedRecord, listedFields, parseListed } from './listed-record';
import { segment } from './paths';
import { readParsed } from './read-list';
import type { Send } from './transport';

/** Records that one call may name. */
export const MOST_IDS = 100;

/** The records of these ids, at most `MOST_IDS`, by id, in one call. One that is missing is deleted, or not for this user to see. */
export async function readRecords(
  send: Send,
  module: string,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, ListedRecord>>> {
  const query = { ids: ids.map((id) => segment('Record id', id)).join(), fields: listedFields(module) };
  const path = `/crm/v8/${segment('Module', module)}`;
  const answer = await readParsed(send, { path, query }, 'data', parseListed(module));
  return answer.ok ? ok(new Map(answer.value.map((record) => [record.id, record]))) : answer;
}
