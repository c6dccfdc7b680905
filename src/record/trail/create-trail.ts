import { type CrmError, fail } from '../../crm/errors';
import { addNote, readNotes } from '../../crm/notes';
import type { RecordRef } from '../../crm/paths';
import { cleanReason, REASON_LIMIT, reasonProblem } from '../../locking/lock/reason';
import { mayBeSent } from '../../locking/published/explanation';
import {
  type NoteKind,
  type NoteToWrite,
  noteContent,
  noteTitle,
  trailNoteIn,
} from '../../locking/trail/note';
import type { OptionalPorts } from '../optional/ports';
import type { ViewContext } from '../view/view-context';
import type { LockChange } from './change';

/** A note that is not at its record yet. */
export interface PendingNote {
  readonly record: RecordRef;
  readonly note: NoteToWrite;
  /** Null while it is being sent. */
  readonly error: CrmError | null;
  /** It may be there: notes are read before it is sent again. */
  readonly mayBeThere: boolean;
}

const KINDS: Readonly<Record<LockChange['kind'], NoteKind>> = {
  locked: 'locked',
  reasonChanged: 'reason',
  unlocked: 'unlocked',
};

export type Trail = ReturnType<typeof createTrail>;

/**
 * A note for each change of the lock that was made here, exactly one: after a lost reply the notes are read before anything is sent
 * again. Cost: 1 write for each change.
 */
export function createTrail({ store, send, published, newKey, ui: context, commands }: OptionalPorts) {
  let pending: readonly PendingNote[] = [];
  /** Why the record is unlocked, where a reason is needed. */
  let why = '';
  let checked = false;

  function set(notes: readonly PendingNote[]): void {
    pending = notes;
    store.update({});
  }
  const replace = (key: string, next: PendingNote | null): void =>
    set(pending.flatMap((one) => (one.note.key === key ? (next ?? []) : [one])));

  const switches = (module: string | undefined) => published.kept(module ?? '')?.switches;

  function noteOf({ kind, before, after }: LockChange, { t }: ViewContext): NoteToWrite {
    const former = before?.reason ?? null;
    const row = (label: string, text: string | null) => [t(`record.trail.${label}`), text] as const;
    return {
      kind: KINDS[kind],
      lockId: (after ?? before)?.id ?? '0',
      key: newKey(),
      title: t(`record.trail.${kind}`),
      rows:
        kind === 'locked'
          ? [row('reason', after?.reason ?? null)]
          : kind === 'reasonChanged'
            ? [row('reason', after?.reason ?? null), row('former', former)]
            : [
                row('reason', why ? cleanReason(why) : null),
                row('former', former),
                row('lockedBy', before?.lockedBy?.name ?? null),
              ],
    };
  }

  /** Whether a note of this action is at the record; null when that cannot be read. */
  async function isThere({ record, note }: PendingNote): Promise<boolean | null> {
    const notes = await readNotes(send, record);
    if (!notes.ok) return null;
    return notes.value.rows.some((one) => trailNoteIn(one)?.key === note.key);
  }

  async function post(one: PendingNote): Promise<void> {
    const { record, note } = one;
    const { key } = note;
    if (one.mayBeThere) {
      const there = await isThere(one);
      if (there) return replace(key, null);
      if (there === null) return replace(key, { ...one, error: fail('connection').error });
    }
    const written = await addNote(send, record, { title: noteTitle(note), content: noteContent(note) });
    if (written.ok) return replace(key, null);
    const failed = { ...one, error: written.error, mayBeThere: !written.error.certain };
    if (written.error.certain) return replace(key, failed);
    replace(key, (await isThere(failed)) ? null : failed);
  }

  /** Adds the note of a change where a trail is kept. */
  function changed(change: LockChange): void {
    const ui = context();
    if (ui && switches(change.record.module)?.trail) {
      const note: PendingNote = {
        record: change.record,
        note: noteOf(change, ui),
        error: null,
        mayBeThere: false,
      };
      set([...pending, note]);
      void post(note);
    }
    if (change.kind === 'unlocked') {
      why = '';
      checked = false;
    }
  }

  const unlockProblem = (): 'empty' | 'tooLong' | 'notOffered' | null => {
    const offered = published.offered(store.record()?.module ?? '');
    return reasonProblem(why) ?? (mayBeSent(offered, why) ? null : 'notOffered');
  };

  return {
    pending: () => pending,
    changed,
    retry() {
      const failed = pending.filter(({ error }) => error !== null);
      set(pending.map((one) => ({ ...one, error: null })));
      for (const one of failed) void post(one);
    },
    needsReason: () => switches(store.record()?.module)?.unlockReason === true,
    why: () => why,
    /** What is wrong with the reason; that there is none only once it was to be sent. */
    problem: () => {
      const problem = unlockProblem();
      return problem === 'empty' && !checked ? null : problem;
    },
    tooMany: () => cleanReason(why).length - REASON_LIMIT,
    typeWhy(text: string) {
      why = text;
      checked = false;
      store.update({});
    },
    unlockWithReason() {
      checked = true;
      if (unlockProblem()) store.update({});
      else void commands.unlock();
    },
  };
}
