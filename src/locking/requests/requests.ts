import type { Named } from '../../base/named';
import { type OutcomeKind, requestIn } from './request-text';
import { type CrmTask, SUBJECT_START } from './task';

/** One person's wish that a lock be removed: a task for each person who was asked. */
export interface UnlockRequest {
  readonly lockId: string;
  readonly key: string;
  readonly by: Named | null;
  /** ISO 8601 with offset; null where the CRM does not tell. */
  readonly at: string | null;
  readonly message: string;
  readonly tasks: readonly CrmTask[];
  /** Null while it is open. */
  readonly outcome: Outcome | null;
}

interface Outcome {
  readonly kind: OutcomeKind;
  readonly by: Named | null;
  readonly at: string | null;
  readonly answer: string;
}

/** Nobody has answered, and at least one of its tasks is open. */
export const isOpen = ({ outcome }: UnlockRequest): boolean => outcome === null;

export const openTasks = ({ tasks }: UnlockRequest): readonly CrmTask[] =>
  tasks.filter((task) => task.isOpen);

/**
 * The requests among the tasks of one record, newest first. Only a task that belongs to the record counts: `recordId` is asked of those
 * that name one. Tasks that came of one press are one request; open ones of one person about one lock are one as well.
 */
export function requestsAmong(tasks: readonly CrmTask[], recordId: string): readonly UnlockRequest[] {
  const found = new Map<string, UnlockRequest>();
  for (const task of newestFirst(tasks)) {
    const told = task.subject.startsWith(SUBJECT_START) ? requestIn(task.description) : null;
    if (!told || (task.recordId !== null && task.recordId !== recordId)) continue;
    const group = [task.createdBy?.id, told.lockId, told.key].join(' ');
    const known = found.get(group);
    const tasksOfOne = [...(known?.tasks ?? []), task];
    found.set(group, {
      lockId: told.lockId,
      key: told.key,
      by: task.createdBy,
      at: task.createdAt,
      message: known?.message ?? told.message,
      tasks: tasksOfOne,
      outcome: outcomeOf(tasksOfOne),
    });
  }
  return onePerPerson([...found.values()]);
}

/** Open requests of one person about one lock, from two browsers perhaps: the newest one stands for all. */
function onePerPerson(requests: readonly UnlockRequest[]): readonly UnlockRequest[] {
  const open = (one: UnlockRequest, other: UnlockRequest): boolean =>
    isOpen(one) && isOpen(other) && one.by?.id === other.by?.id && one.lockId === other.lockId;
  return requests
    .filter((one, index) => !requests.slice(0, index).some((newer) => open(one, newer)))
    .map((one) => ({
      ...one,
      tasks: requests.flatMap((other) => (other === one || open(one, other) ? other.tasks : [])),
    }));
}

/** Requests about one lock: those about an earlier one are nobody's business any more. */
export const aboutLock = (requests: readonly UnlockRequest[], lockId: string): readonly UnlockRequest[] =>
  requests.filter((request) => request.lockId === lockId);

/** What the tasks of one request tell of its end: a word of ours in any of them, else that all were completed. */
function outcomeOf(tasks: readonly CrmTask[]): Outcome | null {
  for (const task of tasks) {
    const told = task.isOpen ? null : requestIn(task.description);
    if (told?.outcome)
      return { kind: told.outcome, by: task.modifiedBy, at: task.modifiedAt, answer: told.answer };
  }
  const [last] = tasks;
  if (!last || tasks.some((task) => task.isOpen)) return null;
  return { kind: 'completed', by: last.modifiedBy, at: last.modifiedAt, answer: '' };
}

const newestFirst = (tasks: readonly CrmTask[]): readonly CrmTask[] =>
  tasks.toSorted((a, b) => timeOf(b) - timeOf(a));

const timeOf = ({ createdAt }: CrmTask): number => Date.parse(createdAt ?? '') || 0;
