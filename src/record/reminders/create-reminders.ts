import { type CrmError, fail } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import { completeTasks, createTasks, readTasks } from '../../crm/tasks';
import { isDay } from '../../locking/reminders/days';
import { reminderKey, reminderText } from '../../locking/reminders/reminder';
import { subjectOf } from '../../locking/requests/task';
import { ofPerson } from '../../ui/browser-memory';
import { dayOf, type OptionalPorts } from '../optional/ports';
import type { LockChange } from '../trail/change';

/** A reminder that was set in this browser. */
interface KeptReminder {
  readonly lockId: string;
  readonly taskId: string;
  readonly due: string;
}

/** A reminder that could not be set, or not be completed. */
export interface ReminderFailure {
  readonly kind: 'notSet' | 'notCompleted';
  readonly error: CrmError;
  readonly retry: () => void;
}

export type Reminders = ReturnType<typeof createReminders>;

/**
 * A task for oneself that reminds of a lock. It is made once the lock is confirmed and completed when the lock is removed here. Cost: 1
 * write each.
 */
export function createReminders(ports: OptionalPorts) {
  const { store, send, now, memory, published, me, newKey, linkTo, ui: context } = ports;
  /** The day that was chosen in the form; null while none is wanted. */
  let day: string | null = null;
  let failure: ReminderFailure | null = null;

  function set(change: { day?: string | null; failure?: ReminderFailure | null }): void {
    if (change.day !== undefined) day = change.day;
    if (change.failure !== undefined) failure = change.failure;
    store.update({});
  }

  const nameOf = ({ module, id }: RecordRef) => ofPerson(memory, `reminder.${module}.${id}`);
  function keptOf(record: RecordRef): KeptReminder | null {
    const kept = memory.get(nameOf(record));
    return isKept(kept) ? kept : null;
  }

  const today = (): string => dayOf(now(), context()?.timeZone ?? null);

  /** Makes the task; after a lost reply it is looked for before it is made again. */
  async function make(
    record: RecordRef,
    lockId: string,
    text: string,
    due: string,
    key: string,
    mayBeThere: boolean,
  ) {
    const ui = context();
    if (!ui) return;
    const failed = (error: CrmError, uncertain: boolean) =>
      set({
        failure: { kind: 'notSet', error, retry: () => void make(record, lockId, text, due, key, uncertain) },
      });
    const find = async () => {
      const tasks = await readTasks(send, record);
      if (!tasks.ok) return null;
      return tasks.value.rows.find((task) => reminderKey(task, lockId) === key)?.id ?? '';
    };
    set({ failure: null });
    if (mayBeThere) {
      const there = await find();
      if (there === null) return failed(fail('connection').error, true);
      if (there) return keep(record, { lockId, taskId: there, due });
    }
    const task = {
      subject: subjectOf(ui.t('record.reminders.subject')),
      description: text,
      owner: me(),
      due,
    };
    let made = await createTasks(send, record, [{ ...task, remind: true }]);
    // The form of Zoho's own reminder is not printed for every version: a task without one is better than none.
    if (isRefusedAlarm(made)) made = await createTasks(send, record, [task]);
    const [one] = made.ok ? made.value : [made];
    if (one?.ok) return keep(record, { lockId, taskId: one.value ?? '', due });
    const error = one && !one.ok ? one.error : fail('unexpected').error;
    if (error.certain) return failed(error, false);
    const there = await find();
    if (there) keep(record, { lockId, taskId: there, due });
    else failed(error, true);
  }

  const keep = (record: RecordRef, kept: KeptReminder): void => {
    memory.set(nameOf(record), kept);
    store.update({});
  };

  async function complete(record: RecordRef, { taskId }: KeptReminder): Promise<void> {
    set({ failure: null });
    const done = await completeTasks(send, [{ id: taskId }]);
    const [one] = done.ok ? done.value : [done];
    if (one?.ok) return memory.set(nameOf(record), null);
    const error = one && !one.ok ? one.error : fail('unexpected').error;
    // A task that is gone reminds of nothing.
    if (error.kind === 'invalid') return memory.set(nameOf(record), null);
    const kept = keptOf(record);
    set({
      failure: { kind: 'notCompleted', error, retry: () => kept && void complete(record, kept) },
    });
  }

  function changed({ kind, record, before, after }: LockChange): void {
    if (kind === 'locked' && after && day && isDay(day)) {
      const key = newKey();
      const text = reminderText({ reason: after.reason, link: linkTo(record), lockId: after.id, key });
      void make(record, after.id, text, day, key, false);
      set({ day: null });
    }
    const kept = keptOf(record);
    if (kind === 'unlocked' && kept && kept.lockId === before?.id) void complete(record, kept);
  }

  return {
    changed,
    offered: () => published.kept(store.record()?.module ?? '')?.switches.reminders === true,
    day: () => day,
    today,
    choose: (chosen: string | null) => set({ day: chosen }),
    failure: () => failure,
    /** The day that the lock should have lasted to, once it is past, for whoever made the lock. */
    pastDue(): string | null {
      const record = store.record();
      const lock = store.shown()?.lock;
      const kept = record && keptOf(record);
      return kept && lock?.id === kept.lockId && kept.due < today() ? kept.due : null;
    },
  };
}

/** Whether the only task was refused because of its reminder. */
const isRefusedAlarm = (made: Awaited<ReturnType<typeof createTasks>>): boolean => {
  const [one] = made.ok ? made.value : [];
  const { api_name: name, json_path: path } = one && !one.ok ? (one.error.details ?? {}) : {};
  return name === 'Remind_At' || name === 'ALARM' || (typeof path === 'string' && path.includes('Remind_At'));
};

function isKept(value: unknown): value is KeptReminder {
  if (typeof value !== 'object' || value === null) return false;
  const { lockId, taskId, due } = value as { [K in keyof KeptReminder]?: unknown };
  return (
    typeof lockId === 'string' &&
    typeof taskId === 'string' &&
    /^\w{1,200}$/.test(taskId) &&
    typeof due === 'string' &&
    isDay(due)
  );
}
