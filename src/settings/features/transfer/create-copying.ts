import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Configuration } from '../../../locking/configuration/model';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import type { EditorStore } from '../../editing/editor-store';
import { summaryOf } from '../../editing/module-row';
import { writeAndSettle } from '../../editing/write-and-settle';
import { type CopyState, type CopyTarget, isDone, outcomeOf } from './copy-state';
import { isSound, prepare, readTarget } from './prepare-target';

export interface Copying {
  readonly api: StoreApi<CopyState>;
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

/** Whether a module will be written. */
export const isToWrite = (target: CopyTarget): boolean =>
  target.wanted && !isDone(target) && target.ready.kind === 'ready' && isSound(target.ready);

/** Copies one configuration to other modules. A failure in one does not stop the others. */
export function createCopying(store: EditorStore, exported: ExportedConfiguration): Copying {
  const api = createStore<CopyState>(() => ({ step: 'choose', search: '', chosen: [] }));
  const set = (state: CopyState): void => api.setState(state, true);
  const targets = (): readonly CopyTarget[] => {
    const state = api.getState();
    return state.step === 'choose' ? [] : state.targets;
  };
  const targetOf = (module: string): CopyTarget | undefined =>
    targets().find((target) => target.module.apiName === module);
  function change(module: string, values: Partial<CopyTarget>): void {
    const state = api.getState();
    if (state.step === 'choose') return;
    const changed = state.targets.map((target) =>
      target.module.apiName === module ? { ...target, ...values } : target,
    );
    set({ ...state, targets: changed });
  }
  /** The modules that were ticked before, when the step goes back. */
  let chosen: readonly string[] = [];

  async function read(module: string): Promise<void> {
    change(module, { ready: { kind: 'reading' } });
    const answer = await readTarget(store, exported, module);
    change(module, {
      ready: answer.ok
        ? { kind: 'ready', ...prepare(store, exported, answer.value, new Map()) }
        : { kind: 'unread', error: answer.error },
    });
  }

  const tell = (module: string, found: Configuration | null): void =>
    store.page.tell(module, found && summaryOf(found.source));

  async function write(): Promise<void> {
    const todo = targets().filter(isToWrite);
    if (!todo.length || api.getState().step === 'writing') return;
    for (const { module } of todo) change(module.apiName, { outcome: 'waiting' });
    set({ step: 'writing', targets: targets() });
    for (const target of todo) {
      const { module, ready } = target;
      if (ready.kind !== 'ready') continue;
      const { apiName } = module;
      change(apiName, { outcome: 'writing' });
      const tried = outcomeOf(target)?.kind;
      const outcome = await writeAndSettle({
        send: store.send,
        parse: store.parse,
        module: apiName,
        draft: ready.draft,
        doubtful: tried === 'outcomeUnknown' || tried === 'unconfirmed',
        wanted: () => true,
      });
      if (outcome.kind === 'conflict') {
        const there = { ...ready.target, configuration: outcome.theirs };
        const now = prepare(store, exported, there, ready.choices);
        change(apiName, { outcome, ready: { kind: 'ready', ...now } });
        tell(apiName, outcome.theirs);
      } else change(apiName, { outcome });
      if (outcome.kind === 'saved') {
        tell(apiName, outcome.found);
        store.copied?.(apiName, outcome.found);
      }
    }
    set({ step: 'done', targets: targets() });
  }

  return {
    api,
    search(search) {
      const state = api.getState();
      if (state.step === 'choose') set({ ...state, search });
    },
    tick(module, on) {
      const state = api.getState();
      if (state.step !== 'choose') return;
      const others = state.chosen.filter((one) => one !== module);
      set({ ...state, chosen: on ? [...others, module] : others });
    },
    review() {
      const state = api.getState();
      if (state.step !== 'choose' || !state.chosen.length) return;
      ({ chosen } = state);
      // In the order of the list, not of the ticks.
      const modules = (store.page.shown()?.modules ?? []).filter(({ apiName }) => chosen.includes(apiName));
      set({
        step: 'review',
        targets: modules.map(({ apiName, label }) => ({
          module: { apiName, label },
          ready: { kind: 'reading' },
          wanted: true,
          outcome: null,
        })),
      });
      for (const { apiName } of modules) void read(apiName);
    },
    readAgain: (module) => void read(module),
    choose(module, key, id) {
      const ready = targetOf(module)?.ready;
      if (ready?.kind !== 'ready') return;
      const choices = new Map(ready.choices);
      if (id === null) choices.delete(key);
      else choices.set(key, id);
      change(module, { ready: { kind: 'ready', ...prepare(store, exported, ready.target, choices) } });
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
