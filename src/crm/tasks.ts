import { isObject, type UnknownObject } from '../base/json';
import type { CrmTask } from '../locking/requests/task';
import { errorOf, fail, ok, type Result } from './errors';
import { personIn, text } from './parse';
import { type RecordRef, recordPath, segment } from './paths';
import { readParsed } from './read-list';
import { type Page, readPage } from './read-page';
import type { CrmReply, Send } from './transport';

const TASKS = '/crm/v8/Tasks';
const FIELDS = [
  ...['Subject', 'Status', 'Description', 'Due_Date', 'Owner'],
  ...['Created_By', 'Created_Time', 'Modified_By', 'Modified_Time', 'What_Id', 'Who_Id'],
].join();
const DONE = 'Completed';

/** People are named by another field than all other records. */
const PEOPLE: readonly string[] = ['Leads', 'Contacts'];

/** A page of the tasks of a record, the newest first. Completed ones may be listed elsewhere. One call. */
export const readTasks = (
  send: Send,
  record: RecordRef,
  next: string | null = null,
): Promise<Result<Page<CrmTask>>> =>
  readPage(
    send,
    { path: `${recordPath(record)}/Tasks`, query: { fields: FIELDS } },
    'data',
    next,
    parseTask,
    'Created_Time',
  );

/** Tasks by their ids, completed or not; those that are gone are left out. One call. */
export const readTasksById = (send: Send, ids: readonly string[]): Promise<Result<readonly CrmTask[]>> =>
  readParsed(
    send,
    { path: TASKS, query: { ids: ids.map((id) => segment('Task', id)).join(), fields: FIELDS } },
    'data',
    parseTask,
  );

/** What became of one task of several: its id, null where the reply does not name it. */
export type Verdict = Result<string | null>;

/** A task to be made for a person, about a record. */
export interface NewTask {
  readonly subject: string;
  readonly description: string;
  /** Id of the user whose task it is; null: of whoever makes it. */
  readonly owner: string | null;
  /** A day, `2026-12-01`. */
  readonly due: string;
  /** Zoho CRM tells the owner at once. */
  readonly notify?: boolean;
  /** Zoho CRM reminds the owner on the day that it is due. */
  readonly remind?: boolean;
}

/** Makes tasks about a record, one call for all. Each is made or refused by itself; fails as a whole where no verdict on each came. */
export async function createTasks(
  send: Send,
  record: RecordRef,
  tasks: readonly NewTask[],
): Promise<Result<readonly Verdict[]>> {
  const about = { [PEOPLE.includes(record.module) ? 'Who_Id' : 'What_Id']: { id: record.id } };
  const data = tasks.map(({ subject, description, owner, due, notify, remind }) => ({
    Subject: subject,
    Description: description,
    ...(owner !== null && { Owner: { id: owner } }),
    Due_Date: due,
    Status: 'Not Started',
    Priority: 'High',
    $se_module: record.module,
    ...about,
    ...(notify && { send_notification: true }),
    ...(remind && { Remind_At: { ALARM: 'ACTION=EMAIL;TRIGGER=P0D;TRIGGER_TIME=09:00' } }),
  }));
  return eachOf(await send({ method: 'POST', path: TASKS, body: { data } }), tasks.length);
}

/** Completes tasks; `description` replaces the one they have. One call for all, each done or refused by itself. */
export async function completeTasks(
  send: Send,
  tasks: readonly { readonly id: string; readonly description?: string }[],
): Promise<Result<readonly Verdict[]>> {
  const data = tasks.map(({ id, description }) => ({
    id: segment('Task', id),
    Status: DONE,
    ...(description !== undefined && { Description: description }),
  }));
  return eachOf(await send({ method: 'PUT', path: TASKS, body: { data } }), tasks.length);
}

/** The verdicts of a reply on each of several rows. */
function eachOf(reply: CrmReply, count: number): Result<readonly Verdict[]> {
  const body = 'body' in reply && isObject(reply.body) ? reply.body : {};
  const rows: readonly unknown[] = Array.isArray(body.data) ? body.data : [];
  if ('status' in reply && reply.status < 500 && rows.length === count && rows.every(isVerdict))
    return ok(rows.map((row) => verdict(reply.status, row)));
  const error = errorOf(reply, 'data');
  return error ? { ok: false, error } : fail('unexpected');
}

const isVerdict = (row: unknown): row is UnknownObject => isObject(row) && text(row.code) !== null;

function verdict(status: number, row: UnknownObject): Verdict {
  if (row.code === 'SUCCESS') return ok(isObject(row.details) ? text(row.details.id) : null);
  return { ok: false, error: errorOf({ status, body: { data: [row] } }, 'data') ?? fail('unexpected').error };
}

/** A task without a plain id is not one we could act on. */
function parseTask(row: UnknownObject): CrmTask | null {
  const id = text(row.id);
  if (id === null || !/^\w{1,200}$/.test(id)) return null;
  return {
    id,
    subject: text(row.Subject) ?? '',
    isOpen: row.Status !== DONE,
    owner: personIn(row.Owner),
    createdBy: personIn(row.Created_By),
    createdAt: text(row.Created_Time),
    modifiedBy: personIn(row.Modified_By),
    modifiedAt: text(row.Modified_Time),
    description: text(row.Description) ?? '',
    recordId: personIn(row.What_Id)?.id ?? personIn(row.Who_Id)?.id ?? null,
    due: text(row.Due_Date),
  };
}
