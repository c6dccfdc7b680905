import { useState } from 'preact/hooks';
import { addNote, readNotes, readTasks } from '../activities-api';
import { Refusal } from '../crm-api';
import { useLoaded } from '../use-loaded';
import { refusalText } from './refusal-text';
import { TaskList } from './TaskList';

interface Props {
  readonly module: string;
  readonly id: string;
  /** Changes when the record may have got a task or a note. */
  readonly version: string;
}

/** The tasks and the notes of a record. */
export function RecordActivities({ module, id, version }: Props) {
  const [own, setOwn] = useState(0);
  const changed = () => setOwn((before) => before + 1);
  const thing = `${module}/${id}`;
  const key = `${thing}/${version}/${own}`;
  const tasks = useLoaded(key, () => readTasks(module, id), thing);
  const notes = useLoaded(key, () => readNotes(module, id), thing);
  return (
    <div class="activities">
      <section class="card" aria-labelledby="record-tasks">
        <h2 id="record-tasks">Tasks</h2>
        {tasks.error && <p class="problem">{tasks.error}</p>}
        {tasks.value && <TaskList label="Tasks of this record" tasks={tasks.value} onChanged={changed} />}
      </section>
      <section class="card" aria-labelledby="record-notes">
        <h2 id="record-notes">Notes</h2>
        {notes.error && <p class="problem">{notes.error}</p>}
        <NoteForm module={module} id={id} onAdded={changed} />
        <ul class="entries" aria-label="Notes of this record">
          {(notes.value ?? []).map((note) => (
            <li key={note.id}>
              {note.title && <b dir="auto">{note.title}</b>}
              {note.content && (
                <p class="text" dir="auto">
                  {note.content}
                </p>
              )}
              <p class="muted">
                {note.author} · {new Date(note.time).toLocaleString('en')}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function NoteForm({ module, id, onAdded }: Pick<Props, 'module' | 'id'> & { readonly onAdded: () => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    try {
      await addNote(module, id, text);
      setText('');
      setProblem('');
      onAdded();
    } catch (error) {
      setProblem(error instanceof Refusal ? refusalText(error) : 'The CRM could not be reached.');
    }
  };
  return (
    <form class="note-form" onSubmit={add}>
      <textarea
        aria-label="New note"
        rows={1}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        Add note
      </button>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
