import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Configuration } from '../../../locking/configuration/model';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import { type ModuleName, summaryOf } from '../../editing/module-row';
import type { EditorPage } from '../../editing/page-store';
import { writeAndSettle } from '../../editing/write-and-settle';
import { type CopyState, type CopyTarget, isDone, outcomeOf } from './copy-state';
import { isSound, type PlanPorts, prepare, readTarget } from './prepare-target';

export interface Copying {
  /** What a module gets. */
  exportedFor(module: string): ExportedConfiguration;
  /** Whether one configuration is copied, or each module gets back its own. */
  readonly verb: 'copy' | 'restore';
  readonly state: StoreApi<CopyState>;
  search(text: string): void;
  tick(module: string, on: boolean): void;
  /** Reads the chosen modules and shows what each would get. */
  review(): void;
  /** Reads a module again that could not be read. */
  readAgain(module: string): void;
  choose(module: string, key: string, id: string | null): void;
  want(module: string, wanted: boolean): void;
  back(): void;
  /** Writes the wanted modules, one after the other. */
  write(): Promise<void>;
  /** Goes on with what has not come out well: what has changed meanwhile is reviewed first. */
  tryAgain(): void;
}

/** What is copied: one configuration to all, or to each module its own. */
export type Copied = ExportedConfiguration | ((module: string) => ExportedConfiguration);

export interface CopyPorts extends PlanPorts {
  /** All modules. */
  modules(): readonly ModuleName[];
  readonly page: Pick<EditorPage, 'tell'>;
  /** Publishes what explains the locks of a module that was written. */
  publish(module: string, found: Configuration): void;
}

/** Whether a module will be written. */
export const isToWrite = (target: CopyTarget): boolean =>
  target.wanted && !isDone(target) && target.ready.kind === 'ready' && isSound(target.ready);

/** Copies one configuration to other modules. A failure in one does not stop the others. */
export function createCopying(ports: CopyPorts, copied: Copied): Copying {
  const exportedFor = typeof copied === 'function' ? copied : () => copied;
  const { send, newKey, page, publish, modules } = ports;
  const state = createStore<CopyState>(() => ({ step: 'choose', search: '', chosen: [] }));
  const set = (next: CopyState): void => state.setState(next, true);
  const targets = (): readonly CopyTarget[] => {
    const copy = state.getState();
    return copy.step === 'choose' ? [] : copy.targets;
  };
  const targetOf = (module: string): CopyTarget | undefined =>
    targets().find((target) => target.module.apiName === module);
  function change(module: string, values: Partial<CopyTarget>): void {
    const copy = state.getState();
    if (copy.step === 'choose') return;
    const changed = copy.targets.map((target) =>
      target.module.apiName === module ? { ...target, ...values } : target,
    );
    set({ ...copy, targets: changed });
  }
  /** The modules that were ticked before, when the step goes back. */
  let chosen: readonly string[] = [];

  async function read(module: string): Promise<void> {
    change(module, { ready: { kind: 'reading' } });
    const answer = await readTarget(ports, exportedFor(module), module);
    change(module, {
      ready: answer.ok
        ? { kind: 'ready', ...prepare(ports, exportedFor(module), answer.value, new Map()) }
        : { kind: 'unread', error: answer.error },
    });
  }

  const tell = (module: string, found: Configuration | null): void =>
    page.tell(module, found && summaryOf(found.source));

  async function write(): Promise<void> {
    const todo = targets().filter(isToWrite);
    if (!todo.length || state.getState().step === 'writing') return;
    for (const { module } of todo) change(module.apiName, { outcome: 'waiting' });
    set({ step: 'writing', targets: targets() });
    for (const target of todo) {
      const { module, ready } = target;
      if (ready.kind !== 'ready') continue;
      const { apiName } = module;
      change(apiName, { outcome: 'writing' });
      const tried = outcomeOf(target)?.kind;
      const outcome = await writeAndSettle({
        send,
        newKey,
        module: apiName,
        draft: ready.draft,
        doubtful: tried === 'outcomeUnknown' || tried === 'unconfirmed',
        wanted: () => true,
      });
      if (outcome.kind === 'conflict') {
        const there = { ...ready.target, configuration: outcome.theirs };
        const now = prepare(ports, exportedFor(apiName), there, ready.choices);
        change(apiName, { outcome, ready: { kind: 'ready', ...now } });
        tell(apiName, outcome.theirs);
      } else change(apiName, { outcome });
      if (outcome.kind === 'saved') {
        tell(apiName, outcome.found);
        publish(apiName, outcome.found);
      }
    }
    set({ step: 'done', targets: targets() });
  }

  return {
    exportedFor,
    verb: typeof copied === 'function' ? 'restore' : 'copy',
    state,
    search(search) {
      const copy = state.getState();
      if (copy.step === 'choose') set({ ...copy, search });
    },
    tick(module, on) {
      const copy = state.getState();
      if (copy.step !== 'choose') return;
      const others = copy.chosen.filter((one) => one !== module);
      set({ ...copy, chosen: on ? [...others, module] : others });
    },
    review() {
      const copy = state.getState();
      if (copy.step !== 'choose' || !copy.chosen.length) return;
      ({ chosen } = copy);
      // In the order of the list, not of the ticks.
      const rows = modules().filter(({ apiName }) => chosen.includes(apiName));
      set({
        step: 'review',
        targets: rows.map(({ apiName, label }) => ({
          module: { apiName, label },
          ready: { kind: 'reading' },
          wanted: true,
          outcome: null,
        })),
      });
      for (const { apiName } of rows) void read(apiName);
    },
    readAgain: (module) => void read(module),
    choose(module, key, id) {
      const ready = targetOf(module)?.ready;
      if (ready?.kind !== 'ready') return;
      const choices = new Map(ready.choices);
      if (id === null) choices.delete(key);
      else choices.set(key, id);
      change(module, {
        ready: { kind: 'ready', ...prepare(ports, exportedFor(module), ready.target, choices) },
      });
    },
    want: (module, wanted) => change(module, { wanted }),
    back: () => set({ step: 'choose', search: '', chosen }),
    write,
    tryAgain() {
      const left = targets().filter((target) => !isDone(target));
      const unseen = left.some((target) => outcomeOf(target)?.kind === 'conflict');
      if (unseen) set({ step: 'review', targets: targets() });
      else void write();
    },
  };
}
