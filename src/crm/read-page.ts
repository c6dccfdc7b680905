import { isObject, type UnknownObject } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { bodyOf, isEmpty, text } from './parse';
import { askForList } from './read-list';
import type { CrmRequest, Send } from './transport';

/** A page of a list that may be long. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** What the next page is asked with; null when this is the last one. */
  readonly next: string | null;
  /** The time of its last row, ISO 8601: how far back it reaches. */
  readonly reaches: string | null;
}

/** Rows that a page holds. */
const PER_PAGE = '200';

/**
 * Reads one page of a list, newest first, and parses its rows; those that are not what they should be are passed over. `timeKey`: what
 * a row names its time.
 */
export async function readPage<T>(
  send: Send,
  { path, query }: Pick<CrmRequest, 'path' | 'query'>,
  key: string,
  next: string | null,
  parse: (row: UnknownObject) => T | null,
  timeKey: string,
): Promise<Result<Page<T>>> {
  // A token stands for a page together with its size.
  const paging = next === null ? { per_page: PER_PAGE } : { page_token: next };
  const reply = await askForList(send, { method: 'GET', path, query: { ...query, ...paging } });
  const error = errorOf(reply, key);
  if (error) return { ok: false, error };
  if (isEmpty(reply)) return ok({ rows: [], next: null, reaches: null });
  const body = bodyOf(reply);
  const list = isObject(body) ? body[key] : undefined;
  if (!isObject(body) || !Array.isArray(list)) return fail('unexpected');
  const info = isObject(body.info) ? body.info : {};
  const rows = list.filter(isObject);
  return ok({
    rows: rows.flatMap((row) => parse(row) ?? []),
    reaches: text(rows.at(-1)?.[timeKey]),
    next: info.more_records === true ? text(info.next_page_token) : null,
  });
}
