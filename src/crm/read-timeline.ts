import { isObject, type UnknownObject } from '../base/json';
import type { LockEvent } from '../locking/history/timeline';
import type { Result } from './errors';
import { personIn, text } from './parse';
import { type RecordRef, recordPath } from './paths';
import { type Page, readPage } from './read-page';
import type { Send } from './transport';

const BY_RULE = 'record_locking_configuration';
const IN_BULK = 'record_locking_configuration_bulk';

/**
 * What a page of a record's timeline tells about its lock, newest first; `next` is what the page before told. No filter of Zoho's
 * knows locks, so they are picked out here. One call.
 */
export const readTimeline = (
  send: Send,
  record: RecordRef,
  next: string | null = null,
): Promise<Result<Page<LockEvent>>> =>
  readPage(
    send,
    { path: `${recordPath(record)}/__timeline` },
    '__timeline',
    next,
    parseEntry,
    'audited_time',
  );

function parseEntry(row: UnknownObject): LockEvent | null {
  const id = text(row.id);
  const at = text(row.audited_time);
  const locked = lockedBy(row.field_history);
  const byRule = row.source === BY_RULE || row.source === IN_BULK;
  if (id === null || at === null || (locked === undefined && !byRule)) return null;
  const rule = isObject(row.automation_details) ? row.automation_details.rule : null;
  return {
    id,
    at,
    locked: locked ?? null,
    by: byRule ? null : personIn(row.done_by),
    rule: isObject(rule) ? text(rule.name) : null,
    inBulk: row.source === IN_BULK,
  };
}

/** Whether an entry says that the record was locked or released; undefined when it is about something else. */
function lockedBy(history: unknown): boolean | undefined {
  const changes: readonly unknown[] = Array.isArray(history) ? history : [];
  for (const change of changes) {
    if (!isObject(change) || change.api_name !== 'Locked__s' || !isObject(change._value)) continue;
    const { new: now } = change._value;
    if (now === true || now === 'true') return true;
    if (now === false || now === 'false') return false;
  }
  return undefined;
}
