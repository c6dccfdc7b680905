import { bodyList, type Call, type Routes } from './call';
import { type Entry, failure, invalidRecord, type Reply, recordLocked, success } from './errors';
import { type JsonObject, textAt } from './json';
import { lockedFor } from './locking';
import { pageOf, pageReply, requiredFields } from './record-pages';
import { moduleOf } from './record-view';
import { answerEach } from './record-writes';
import { demand } from './rights';
import { trace } from './timeline';
import type { CrmRecord, Module, Note } from './types';

/** The notes of one record. A note needs a title or a content. */
const BATCH = 100;
const MAXIMUM = { Note_Title: 120, Note_Content: 65_535 } as const;
const FIELDS = Object.keys(MAXIMUM);
const NOTES = 'Notes';

function target(call: Call): { module: Module; record: CrmRecord } {
  const module = moduleOf(call);
  demand(call, 'mayUseNotes');
  const record = call.org.record(module.api_name, call.params.record ?? '');
  if (!record) throw invalidRecord();
  return { module, record };
}

/** What is wrong with the texts of a note. */
function misfit(body: JsonObject, index: number): Entry | null {
  const at = (key: string) => ({ api_name: key, json_path: `$.data[${index}].${key}` });
  for (const [key, maximum] of Object.entries(MAXIMUM)) {
    const given = body[key] ?? null;
    if (given !== null && typeof given !== 'string')
      return failure('INVALID_DATA', 'invalid data', { ...at(key), expected_data_type: 'text' });
    if (given !== null && given.length > maximum)
      return failure('INVALID_DATA', 'invalid data', { ...at(key), maximum_length: maximum });
  }
  if (FIELDS.some((key) => (textAt(body, key) ?? '').trim() !== '')) return null;
  return failure('EXPECTED_FIELD_MISSING', 'should contain either content or title', {
    expected_fields: FIELDS.map(at),
  });
}

function add(call: Call, module: Module, record: CrmRecord, body: JsonObject, index: number): Entry {
  if (
    call.org.options.notesOnLocked === 'refused' &&
    lockedFor(call.org, call.user, module.api_name, record.id)
  )
    return recordLocked({ id: record.id });
  const wrong = misfit(body, index);
  if (wrong) return wrong;
  const by = { name: call.user.name, id: call.user.id };
  const time = call.org.time();
  const note: Note = {
    id: call.org.nextId(),
    Note_Title: textAt(body, 'Note_Title') ?? null,
    Note_Content: textAt(body, 'Note_Content') ?? null,
    Parent_Id: {
      module: { api_name: module.api_name, id: module.id },
      name: call.org.nameOf(module.api_name, record),
      id: record.id,
    },
    Owner: { ...by, email: call.user.email },
    Created_By: { ...by, email: call.user.email },
    Created_Time: time,
    Modified_By: { ...by, email: call.user.email },
    Modified_Time: time,
  };
  call.org.addNote(module.api_name, record.id, note);
  trace(call.org, module.api_name, record.id, {
    action: 'added',
    source: call.source,
    by,
    about: { module: NOTES, id: note.id, name: textAt(note, 'Note_Title') ?? '' },
  });
  const details = { Modified_Time: time, Modified_By: by, Created_Time: time, id: note.id, Created_By: by };
  return success('record added', details);
}

function addNotes(call: Call): Reply {
  const { module, record } = target(call);
  const bodies = bodyList(call, 'data', BATCH);
  return answerEach(
    bodies.map((body, index) => add(call, module, record, body, index)),
    201,
  );
}

function view(call: Call, note: Note, fields: readonly string[] = Object.keys(note)): JsonObject {
  const isMine = JSON.stringify(note.Owner ?? null).includes(call.user.id);
  const shown = Object.fromEntries(
    fields.flatMap((name) => (name in note ? [[name, note[name] ?? null]] : [])),
  );
  return { ...shown, id: note.id, $editable: isMine, $is_shared_to_client: false, $attachments: null };
}

/** Newest first. */
function listNotes(call: Call): Reply {
  const { module, record } = target(call);
  const fields = requiredFields(call) ?? undefined;
  const notes = [...call.org.notesOf(module.api_name, record.id)].reverse();
  const { rows, info } = pageOf(call, notes);
  return pageReply({ rows: rows.map((note) => view(call, note, fields)), info });
}

export const noteRoutes: Routes = { '/:module/:record/Notes': { GET: listNotes, POST: addNotes } };
