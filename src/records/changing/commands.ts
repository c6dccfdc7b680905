import type { Published } from '../../crm/published';
import { type BulkAction, planRun, type RunPlan } from '../../locking/bulk/plan-run';
import { lacksDetails } from '../../locking/bulk/record-row';
import { cleanReason, reasonProblem } from '../../locking/lock/reason';
import { mayBeSent } from '../../locking/published/explanation';
import type { DetailsReader } from '../reading/details';
import type { RunKeeper } from '../run/keep-run';
import type { PageStore } from '../start/page-store';
import { IDLE, type PageShown, type Task } from '../start/records-state';
import { chosenRows } from '../table/arrange';
import type { Typed } from './typed';

export interface ChangingCommands {
  startLocking(): void;
  startEditing(): void;
  askToUnlock(): void;
  type(text: string): void;
  /** Closes the form or dialog; what was typed is kept for the next one. */
  cancel(): void;
  /** Sends the form that is open, if its text can be sent. */
  submit(): Promise<void>;
  unlock(): Promise<void>;
}

export interface ChangingPorts {
  readonly store: PageStore;
  readonly details: Pick<DetailsReader, 'read'>;
  readonly runs: Pick<RunKeeper, 'begin'>;
  readonly typed: Typed;
  readonly published: Pick<Published, 'read' | 'offered'>;
}

/** Milliseconds that a reason waits for the news whether it is among those that may be given. */
const OFFER_BOUND = 2_000;

const NO_REASON: BulkAction = { kind: 'lock', reason: '' };

/** The action that a form or dialog is about; null when none is open. */
export function actionOf(task: Task): BulkAction | null {
  switch (task.kind) {
    case 'idle':
      return null;
    case 'unlocking':
      return { kind: 'unlock' };
    case 'locking':
      return { ...NO_REASON, kind: 'lock', reason: cleanReason(task.draft) };
    case 'editing':
      return { kind: 'edit', reason: cleanReason(task.draft) };
  }
}

/** What will happen to the rows that are ticked, if it is confirmed. */
export function planned(page: Pick<PageShown, 'list' | 'shown' | 'chosen' | 'task'>): RunPlan | null {
  const action = actionOf(page.task);
  return action && planRun(action, chosenRows(page));
}

/** What a person can do about the records that are ticked. Nothing is sent before the form or dialog is confirmed. */
export function createChangingCommands(ports: ChangingPorts): ChangingCommands {
  const { store, details, runs, typed, published } = ports;

  const isFree = (): boolean => (store.page()?.run?.phase ?? 'ended') === 'ended';

  /** Whether a record can be unlocked or given another reason shows only in its lock. */
  function readChosen(): Promise<void> {
    const page = store.page();
    const unread = page ? chosenRows(page).filter(lacksDetails) : [];
    return unread.length ? details.read(unread.map(({ id }) => id)) : Promise.resolve();
  }

  function start(task: Task): void {
    const page = store.page();
    if (!page?.module || !isFree()) return;
    store.update({ task });
    if (task.kind !== 'locking') void readChosen();
    if ('draft' in task) void published.read(page.module).then(() => store.update({}));
  }

  /** The rows that were ticked when it was confirmed, and what was said would happen to them. */
  function confirmedBy(page: PageShown): (id: string) => boolean {
    const tasks = planned(page)?.tasks;
    const unread = new Set(chosenRows(page).flatMap((row) => (lacksDetails(row) ? [row.id] : [])));
    return (id) => tasks?.has(id) === true || unread.has(id);
  }

  /** Nothing is sent but what was confirmed, whatever has come to be known since. */
  async function begin(task: Task, isConfirmed: (id: string) => boolean): Promise<boolean> {
    if (task.kind !== 'locking') await readChosen();
    const page = store.page();
    // Closed or changed while something was read.
    if (!page || page.task !== task || !isFree()) return false;
    const action = actionOf(task);
    const plan = planned(page);
    // What could not be read is not sent unseen: the form says so.
    if (!action || !plan || plan.left.unread) return false;
    const tasks = new Map([...plan.tasks].filter(([id]) => isConfirmed(id)));
    if (!tasks.size) return false;
    store.update({ task: IDLE });
    runs.begin(action, tasks);
    return true;
  }

  return {
    startLocking: () => start({ kind: 'locking', draft: typed.draft(), checked: false }),
    startEditing: () => start({ kind: 'editing', draft: typed.draft(), checked: false }),
    askToUnlock: () => start({ kind: 'unlocking' }),
    type(text) {
      const task = store.page()?.task;
      if (!task || !('draft' in task)) return;
      typed.keepDraft(text);
      store.update({ task: { ...task, draft: text, checked: false } });
    },
    cancel: () => store.update({ task: IDLE }),
    async submit() {
      const page = store.page();
      const task = page?.task;
      if (!page?.module || !task || !('draft' in task)) return;
      const isConfirmed = confirmedBy(page);
      const late = new Promise<void>((resolve) => setTimeout(resolve, OFFER_BOUND));
      await Promise.race([published.read(page.module), late]);
      if (store.page()?.task !== task) return;
      const checked = { ...task, checked: true };
      store.update({ task: checked });
      const reason = cleanReason(task.draft);
      if (reasonProblem(reason) || !mayBeSent(published.offered(page.module), reason)) return;
      if (await begin(checked, isConfirmed)) typed.sent(reason);
    },
    async unlock() {
      const page = store.page();
      if (page?.task.kind === 'unlocking') await begin(page.task, confirmedBy(page));
    },
  };
}
