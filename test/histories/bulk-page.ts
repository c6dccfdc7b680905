import { createCallLine } from '../../src/crm/call-line';
import { planRun } from '../../src/locking/bulk/plan-run';
import type { RunStep } from '../../src/records/run/run-state';
import { createServices } from '../../src/records/services';
import { createRecordsStore } from '../../src/records/start/records-store';
import { chosenRows } from '../../src/records/table/arrange';
import { fakeMemory } from '../record/support/harness';
import type { BulkAsker, BulkWire, Grant } from './bulk-wire';
import { MODULE } from './world';

export const BULK_ACTS = [
  'lock',
  'unlock',
  'edit',
  'stop',
  'continue',
  'retry',
  'check',
  'undo',
  'refresh',
  'reload',
] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** One person's page of many records, without its views, over the same records as everybody's. */
export function openBulkPage(wire: BulkWire, user: string, records: readonly string[], now: () => number) {
  const memory = fakeMemory();
  const session = fakeMemory();
  const person = wire.world.sandbox.people.find(({ key }) => key === user);
  let page = load();

  function load() {
    const asker: BulkAsker = { user, gone: false, grants: [], faults: [] };
    const store = createRecordsStore({
      line: createCallLine({
        send: wire.send(asker),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        onLimited() {},
        random: () => 0.5,
      }),
      memory,
      session,
      now,
    });
    const services = createServices({
      store,
      me: () => person?.id ?? null,
      profile: () => null,
      announce() {},
      later: (task) => void setTimeout(task),
    });
    store.open({ kind: 'selection', module: MODULE, ids: records, popup: true });
    return { asker, store, ...services };
  }

  const isBusy = (): boolean => (page.store.page()?.run?.phase ?? 'ended') !== 'ended';
  const grant = (grants: readonly Grant[]): void => {
    if (!isBusy()) page.asker.grants = [...grants];
  };
  const resultsThat = (test: (kind: string) => boolean): string[] =>
    page.store.listed()?.rows.flatMap(({ id, result }) => (result && test(result.kind) ? [id] : [])) ?? [];

  /** Confirms an action: what the plan names is asked for. */
  function begin(kind: Grant['kind'], reason: string): void {
    const shown = page.store.page();
    if (shown?.list.kind !== 'listed' || isBusy()) return;
    const { changing } = page;
    if (kind === 'lock') changing.startLocking();
    else if (kind === 'edit') changing.startEditing();
    else changing.askToUnlock();
    if (kind !== 'unlock') changing.type(reason);
    const action = kind === 'unlock' ? { kind } : { kind, reason };
    const rows = chosenRows(page.store.page() ?? shown);
    const plan = planRun(action, rows);
    // What is read first may turn out to be one that can be taken.
    const unread = rows.filter(({ state }) => state.kind === 'locked' || state.kind === 'unknown');
    grant([...plan.tasks.keys(), ...unread.map(({ id }) => id)].map((record) => ({ record, kind })));
    if (kind === 'unlock') void changing.unlock();
    else void changing.submit();
  }

  function again(step: RunStep, ids: readonly string[]): void {
    const run = page.store.page()?.run;
    const kind = run?.action;
    if (kind && run.steps[step]) grant(ids.map((record) => ({ record, kind })));
  }

  const sent = (kinds: readonly string[]): string[] => resultsThat((kind) => kinds.includes(kind));
  const ACTS: Readonly<Record<BulkAct, (text: string) => void>> = {
    lock: (text) => begin('lock', text),
    unlock: (text) => begin('unlock', text),
    edit: (text) => begin('edit', text),
    stop: () => page.runs.stop(),
    continue() {
      again('continue', sent(['notSent']));
      page.runs.goOn();
    },
    retry() {
      again('retry', sent(['undone', 'limited', 'refused']));
      page.runs.retry();
    },
    check: () => page.runs.check(),
    undo() {
      const run = page.store.page()?.run;
      const kind = run?.action === 'lock' ? 'unlock' : run?.action === 'unlock' ? 'lock' : 'edit';
      if (run?.steps.undo) grant(resultsThat(() => true).map((record) => ({ record, kind })));
      page.runs.undo();
    },
    refresh: () => page.store.refresh(),
    reload() {
      page.asker.gone = true;
      page = load();
    },
  };

  return {
    asker: () => page.asker,
    store: () => page.store,
    services: () => page,
    isBusy,
    act: (act: BulkAct, text: string): void => ACTS[act](text),
    /** What the page shows and the CRM does not hold, once all is read again. */
    untrue(): string[] {
      const list = page.store.listed();
      if (!list) return [`${user} sees no list`];
      return list.rows.flatMap(({ id, state }) => {
        const lock = wire.world.lock(id);
        const shown = state.kind === 'detailed' ? `${state.lock.id} ${state.lock.reason}` : state.kind;
        const held = lock ? `${lock.id} ${lock.reason}` : 'unlocked';
        return shown === held ? [] : [`${user} sees ${shown} for ${held}`];
      });
    },
  };
}
