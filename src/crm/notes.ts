import type { UnknownObject } from '../base/json';
import type { CrmNote } from '../locking/trail/note';
import type { Result } from './errors';
import { personIn, text } from './parse';
import { type RecordRef, recordPath } from './paths';
import { type Page, readPage } from './read-page';
import type { Send } from './transport';
import { type Written, write } from './write';

const FIELDS = 'Note_Title,Note_Content,Created_By,Created_Time';

const notesPath = (record: RecordRef): string => `${recordPath(record)}/Notes`;

/** A page of a record's notes, newest first; `next` is what the page before told. One call. */
export const readNotes = (
  send: Send,
  record: RecordRef,
  next: string | null = null,
): Promise<Result<Page<CrmNote>>> =>
  readPage(
    send,
    { path: notesPath(record), query: { fields: FIELDS } },
    'data',
    next,
    parseNote,
    'Created_Time',
  );

/** Adds a note to a record. One call. */
export const addNote = (
  send: Send,
  record: RecordRef,
  note: { readonly title: string; readonly content: string },
): Promise<Result<Written>> =>
  write(
    send,
    {
      method: 'POST',
      path: notesPath(record),
      body: { data: [{ Note_Title: note.title, Note_Content: note.content }] },
    },
    'data',
  );

function parseNote(row: UnknownObject): CrmNote | null {
  const id = text(row.id);
  return id === null
    ? null
    : {
        id,
        title: text(row.Note_Title) ?? '',
        content: text(row.Note_Content) ?? '',
        createdBy: personIn(row.Created_By),
        createdAt: text(row.Created_Time),
      };
}
