import { call, tab } from './crm-api';
import { at, isShape, type Shape, shapesOf, textOf } from './shape';

/** Tasks and notes, as the CRM's own pages show them. */

export interface Task {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly due: string;
  readonly description: string;
  readonly owner: string;
  readonly ownerId: string;
  readonly author: string;
  readonly authorId: string;
  /** The record that it is about. */
  readonly about: { readonly module: string; readonly id: string; readonly name: string } | undefined;
}

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly author: string;
  readonly time: string;
}

const TASK_FIELDS = 'Subject,Status,Due_Date,Description,Owner,Created_By,What_Id,Who_Id';
const DONE = 'Completed';

export const isDone = (task: Task): boolean => task.status === DONE;

function readTask(record: Shape): Task {
  const text = (key: string, inner = '') => textOf(inner ? at(record[key], inner) : record[key]);
  const about = isShape(record.What_Id) ? record.What_Id : record.Who_Id;
  return {
    id: text('id'),
    subject: text('Subject'),
    status: text('Status'),
    due: text('Due_Date'),
    description: text('Description'),
    owner: text('Owner', 'name'),
    ownerId: text('Owner', 'id'),
    author: text('Created_By', 'name'),
    authorId: text('Created_By', 'id'),
    about: isShape(about)
      ? { module: textOf(record.$se_module), id: textOf(about.id), name: textOf(about.name) }
      : undefined,
  };
}

const tasksOf = (reply: unknown): Task[] => shapesOf(at(reply, 'data')).map(readTask);

export async function readTasks(module: string, id: string): Promise<Task[]> {
  return tasksOf(await call('GET', `${tab(module)}/${id}/Tasks?fields=${TASK_FIELDS}`));
}

/** The newest tasks of everybody; each page picks those that it is about. */
export async function readNewestTasks(): Promise<Task[]> {
  return tasksOf(await call('GET', `${tab('Tasks')}?fields=${TASK_FIELDS}&sort_by=id&sort_order=desc`));
}

export async function completeTask(id: string): Promise<void> {
  await call('PUT', `${tab('Tasks')}/${id}`, { data: [{ Status: DONE }] });
}

export async function readNotes(module: string, id: string): Promise<Note[]> {
  const fields = 'Note_Title,Note_Content,Created_By,Created_Time';
  const reply = await call('GET', `${tab(module)}/${id}/Notes?fields=${fields}`);
  return shapesOf(at(reply, 'data')).map((note) => ({
    id: textOf(note.id),
    title: textOf(note.Note_Title),
    content: textOf(note.Note_Content),
    author: textOf(at(note.Created_By, 'name')),
    time: textOf(note.Created_Time),
  }));
}

export async function addNote(module: string, id: string, content: string): Promise<void> {
  await call('POST', `${tab(module)}/${id}/Notes`, { data: [{ Note_Content: content }] });
}
