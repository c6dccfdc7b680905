import type { CallLine } from '../../crm/call-line';
import type { CrmError } from '../../crm/errors';
import type { ListedRecord } from '../../crm/listed-record';
import { readLock } from '../../crm/read-lock';
import { journalled } from '../../locking/bulk/journal';
import {
  expectsLocked,
  mayRetry,
  type OutcomeKind,
  outcomeOfReading,
  undoTask,
} from '../../locking/bulk/outcome';
import type { RowTask } from '../../locking/bulk/plan-run';
import { knownLock } from '../../locking/bulk/record-row';
import type { RowResult } from '../start/records-state';
import { confirmRows } from './confirm-rows';
import { createHalting } from './halts';
import type { JournalKeeper } from './journal-keeper';
import { type Run, settledIn } from './run-state';
import { type CrmOutcome, outcomeBeforeEdit, type Settled, settleRow } from './settle-row';
import { writeTask } from './write-task';

export interface RunPorts {
  readonly line: CallLine;
  readonly module: string;
  /** The id of whoever is signed in, null while it is not known. */
  readonly me: () => string | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly journal: JournalKeeper;
  /** A row came a step further; `state`: what is known of its lock from then on. */
  readonly onRow: (id: string, result: RowResult, state: Settled['state']) => void;
  readonly onListed: (ids: readonly string[], records: ReadonlyMap<string, ListedRecord>) => void;
  readonly onRun: (run: Run) => void;
}

export interface RunStart {
  readonly action: Run['action'];
  readonly undoing: boolean;
  readonly tasks: ReadonlyMap<string, RowTask>;
  /** What is known already of records of the run: those before a reload. */
  readonly outcomes?: ReadonlyMap<string, CrmOutcome>;
}

/** One run over many records, from its first write to whatever is done about its results. */
export interface RunControl {
  /** Sends nothing more and settles what is under way. */
  stop(): void;
  /** Sends what was not sent. */
  goOn(): Promise<void>;
  /** Sends again what was certainly not done and may succeed now. */
  retry(): Promise<void>;
  /** Reads what is open or could not be confirmed. */
  check(): Promise<void>;
  /** Tells how things are, where nobody has been told yet. */
  tell(): void;
  /** What takes back what this run did. */
  undoTasks(): ReadonlyMap<string, RowTask>;
}

/** More writes than the line ever sends at once. */
const WORKERS = 10;

export function createRun(ports: RunPorts, start: RunStart): RunControl {
  const { line, module, journal, onRow } = ports;
  const tasks = new Map(start.tasks);
  const outcomes = new Map(start.outcomes);
  const unconfirmed = new Set<string>();
  const counts: Partial<Record<OutcomeKind, number>> = {};
  let phase: Run['phase'] = 'ended';
  let halted: CrmError | null = null;
  let begun = { at: ports.now(), settled: 0 };
  for (const { kind } of outcomes.values()) counts[kind] = (counts[kind] ?? 0) + 1;

  const where = (test: (outcome: CrmOutcome) => boolean): string[] =>
    [...outcomes].flatMap(([id, outcome]) => (test(outcome) ? [id] : []));
  const is =
    (kind: OutcomeKind) =>
    (outcome: CrmOutcome): boolean =>
      outcome.kind === kind;
  /** What was taken back is not brought back by taking back again. */
  const undoable = (): [string, RowTask][] =>
    (start.undoing ? [] : [...outcomes]).flatMap(([id, outcome]): [string, RowTask][] => {
      const task = undoTask(outcome);
      return task ? [[id, task]] : [];
    });

  function tell(): void {
    const over = phase === 'ended';
    ports.onRun({
      action: start.action,
      undoing: start.undoing,
      phase,
      total: Math.max(tasks.size, outcomes.size),
      counts: { ...counts },
      halted,
      unconfirmed: over && unconfirmed.size > 0,
      // Counting them takes a walk over all records, which nobody needs while writes are under way.
      steps: {
        undo: over ? undoable().length : 0,
        retry: over ? where(mayRetry).length : 0,
        continue: over ? where(is('notSent')).filter((id) => tasks.has(id)).length : 0,
        check: over ? new Set([...where(is('unknown')), ...unconfirmed]).size : 0,
      },
      begun,
    });
  }

  function record(id: string, { outcome, state }: Settled): void {
    const before = outcomes.get(id);
    if (before) counts[before.kind] = (counts[before.kind] ?? 1) - 1;
    counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    outcomes.set(id, outcome);
    journal.note(id, journalled(outcome));
    onRow(id, outcome, state);
    tell();
  }

  const read = (id: string) => readLock(line.urgent, { module, id });

  /** One record, from its turn to its outcome; null: it was not sent. */
  async function takeOn(id: string, task: RowTask, wanted: () => boolean): Promise<Settled | null> {
    if (task.kind === 'edit') {
      onRow(id, { kind: 'sending' }, null);
      const stale = outcomeBeforeEdit(task, await read(id));
      if (stale || !wanted()) return stale;
    }
    const leaving = (): void => {
      journal.note(id, 'begun');
      onRow(id, { kind: 'sending' }, null);
    };
    const written = await writeTask(line, { module, id }, task, { wanted, leaving });
    if (!written) return null;
    return settleRow(task, written, ports.me(), () => {
      onRow(id, { kind: 'settling' }, null);
      return read(id);
    });
  }

  /** Sends what these records need, settles it, and reads it once more. */
  async function run(ids: readonly string[]): Promise<void> {
    if (phase !== 'ended' || !ids.length) return;
    const queue = [...ids];
    const done: string[] = [];
    const halting = createHalting();
    phase = 'running';
    halted = null;
    for (const id of ids) forget(id);
    begun = { at: ports.now(), settled: settledIn({ counts }) };
    journal.setEnded(false);
    tell();
    const wanted = (): boolean => phase === 'running' && !halted;

    async function work(): Promise<void> {
      while (wanted()) {
        const id = queue.shift();
        const task = id === undefined ? undefined : tasks.get(id);
        if (id === undefined || !task) return;
        const settled = await takeOn(id, task, wanted);
        if (!settled) {
          journal.note(id, null);
          queue.push(id);
          return;
        }
        halted ??= halting(settled.outcome);
        if (halted) line.withdraw();
        done.push(id);
        record(id, settled);
      }
    }
    await Promise.all(Array.from({ length: WORKERS }, work));
    const left = new Set(queue);
    // In the order of the list, not in that in which they came back.
    for (const id of ids) if (left.has(id)) record(id, { outcome: { kind: 'notSent' }, state: null });
    await confirm(done);
    journal.setEnded(true);
  }

  function forget(id: string): void {
    const before = outcomes.get(id);
    if (before) counts[before.kind] = (counts[before.kind] ?? 1) - 1;
    outcomes.delete(id);
    onRow(id, { kind: 'waiting' }, null);
  }

  async function confirm(ids: readonly string[]): Promise<void> {
    const changed = ids.filter((id) => {
      const outcome = outcomes.get(id);
      return outcome && expectsLocked(outcome) !== null;
    });
    phase = 'confirming';
    tell();
    const sure = await confirmRows(changed, {
      send: line.urgent,
      module,
      outcome: (id) => outcomes.get(id),
      onListed: ports.onListed,
      onChanged: record,
    });
    for (const id of changed)
      if (sure) unconfirmed.delete(id);
      else unconfirmed.add(id);
    phase = 'ended';
    tell();
  }

  return {
    stop() {
      if (phase !== 'running') return;
      phase = 'stopping';
      line.withdraw();
      tell();
    },
    goOn() {
      return run([...tasks.keys()].filter((id) => (outcomes.get(id)?.kind ?? 'notSent') === 'notSent'));
    },
    retry: () => run(where(mayRetry)),
    async check() {
      if (phase !== 'ended') return;
      const open = where(is('unknown'));
      phase = 'confirming';
      tell();
      await Promise.all(
        open.map(async (id) => {
          const task = tasks.get(id);
          const outcome = outcomes.get(id);
          if (!task || outcome?.kind !== 'unknown') return;
          onRow(id, { kind: 'settling' }, null);
          const found = await read(id);
          record(id, {
            outcome: outcomeOfReading(task, outcome.cause, found, ports.me()),
            state: found.ok ? () => knownLock(found.value) : null,
          });
        }),
      );
      await confirm([...unconfirmed]);
    },
    tell,
    undoTasks: () => new Map(undoable()),
  };
}
