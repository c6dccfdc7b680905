import type { CrmError } from '../../crm/errors';
import type { BulkAction, RowTask } from '../../locking/bulk/plan-run';
import type { PageStore } from '../start/page-store';
import { IDLE, type RowResult } from '../start/records-state';
import { relisted } from '../table/rows';
import { createRun, type RunControl, type RunStart } from './create-run';
import { isForAll } from './halts';
import type { JournalKeeper } from './journal-keeper';
import type { Settled } from './settle-row';

export interface RunKeeper {
  /** Begins a run over these records, unless one is under way. */
  begin(action: BulkAction, tasks: ReadonlyMap<string, RowTask>): void;
  /** A run of which everything is known already: that of an earlier page of this tab. */
  restore(start: RunStart): void;
  /** What came of the last run is not shown any more. */
  dismiss(): void;
  stop(): void;
  goOn(): void;
  retry(): void;
  check(): void;
  undo(): void;
}

export interface RunKeeperParts {
  readonly store: PageStore;
  readonly journal: JournalKeeper;
  /** The id of whoever is signed in, null while it is not known. */
  readonly me: () => string | null;
  /** A record's lock was changed from here. */
  readonly onChanged: (module: string, id: string) => void;
}

const CHANGES: ReadonlySet<RowResult['kind']> = new Set(['locked', 'unlocked', 'ruleRemains', 'edited']);

/** Keeps the last run of the page, and shows what comes of it in the rows. */
export function keepRun({ store, journal, me, onChanged }: RunKeeperParts): RunKeeper {
  let control: RunControl | null = null;

  const isOver = (): boolean => (store.page()?.run?.phase ?? 'ended') === 'ended';

  function create(start: RunStart): RunControl | null {
    const module = store.page()?.module;
    if (!module) return null;
    const moment = store.moment();
    const current = (): boolean => store.isCurrent(moment);
    return createRun(
      {
        line: store.line,
        module,
        me,
        now: store.now,
        journal,
        onRow(id, result, state) {
          if (current()) showRow(id, result, state);
          if (CHANGES.has(result.kind)) onChanged(module, id);
          if (result.kind === 'refused' && isForAll(result.error)) forbid(start.action, result.error);
        },
        onListed(ids, records) {
          if (current()) store.changeRows(ids, (row) => relisted(row, records.get(row.id)));
        },
        onRun(run) {
          if (current()) store.update({ run });
        },
      },
      start,
    );
  }

  function showRow(id: string, result: RowResult, state: Settled['state']): void {
    store.changeRows([id], (row) => ({ ...row, result, ...(state && { state: state(row.state) }) }));
    if (CHANGES.has(result.kind) && !store.page()?.changed) store.update({ changed: true });
  }

  /** Whoever is signed out may come back; every other refusal of this kind stays until the page is read again. */
  function forbid(action: RunStart['action'], error: CrmError): void {
    const forbidden = store.page()?.forbidden;
    if (!forbidden || error.kind === 'unauthorised') return;
    store.update({ forbidden: { ...forbidden, [action === 'unlock' ? 'unlock' : 'lock']: error } });
  }

  /** One thing after the other: a form that is open, or about to be sent, is given up for what was pressed since. */
  const closeForm = (): void => store.update({ task: IDLE });

  function clearRows(): void {
    const ids = store.listed()?.rows.flatMap(({ id, result }) => (result ? [id] : [])) ?? [];
    store.changeRows(ids, (row) => ({ ...row, result: null }));
  }

  function begin(start: RunStart, reason: string | null): void {
    const module = store.page()?.module;
    if (!module || !isOver() || !start.tasks.size) return;
    clearRows();
    const tasks = [...start.tasks.values()];
    journal.begin({
      module,
      action: start.action,
      reason,
      undoing: start.undoing,
      startedAt: store.now(),
      ids: [...start.tasks.keys()],
      lockIds: tasks.map((task) => (task.kind === 'lock' ? '' : task.lockId)),
    });
    store.update({ interrupted: null, task: IDLE });
    control = create(start);
    void control?.goOn();
  }

  return {
    begin(action, tasks) {
      const reason = action.kind === 'unlock' ? null : action.reason;
      begin({ action: action.kind, undoing: false, tasks }, reason);
    },
    restore(start) {
      control = create(start);
      for (const [id, outcome] of start.outcomes ?? []) showRow(id, outcome, null);
      control?.tell();
    },
    dismiss() {
      if (!isOver()) return;
      journal.forget();
      control = null;
      clearRows();
      store.update({ run: null });
    },
    stop: () => control?.stop(),
    goOn() {
      closeForm();
      void control?.goOn();
    },
    retry() {
      closeForm();
      void control?.retry();
    },
    check: () => void control?.check(),
    undo() {
      const tasks = control?.undoTasks();
      const [first] = tasks?.values() ?? [];
      // Reasons that other people gave are put back, and kept nowhere.
      if (tasks && first) begin({ action: first.kind, undoing: true, tasks }, null);
    },
  };
}
