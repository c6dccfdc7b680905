import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UnknownObject } from '../../base/json';
import type { CrmError, Result } from '../../crm/errors';
import { readConfiguration } from '../../crm/read-configuration';
import { readButtons, readFields, readProfiles } from '../../crm/read-metadata';
import type { Send } from '../../crm/transport';
import type { Variables } from '../../crm/write-variable';
import { type ConfigurationDraft, draftOf } from '../../locking/configuration/draft';
import type { Limits } from '../../locking/configuration/limits';
import { type Configuration, isParseProblem, parseConfiguration } from '../../locking/configuration/model';
import { isUnsaved } from '../../locking/configuration/saving/request';
import { keySource, type NewKey } from '../../locking/criteria/tree/node';
import type { BrowserMemory } from '../../ui/browser-memory';
import type { Editing, EditorState, Loaded, Notice } from './editor-state';
import { keptDrafts } from './kept-drafts';
import { summaryOf } from './module-row';
import { type SettingsStore, SLOW_AFTER } from './page-store';

/** What an editor needs of the page around it. */
export type EditorPage = Pick<
  SettingsStore,
  'shown' | 'tell' | 'tellFailed' | 'refused' | 'setUnsaved' | 'announce'
>;

export interface EditorOptions {
  readonly send: Send;
  readonly memory: BrowserMemory;
  readonly now: () => number;
  readonly module: { readonly apiName: string; readonly label: string };
  readonly limits: Limits;
  readonly page: EditorPage;
  /** Shows a record in the CRM. */
  readonly openRecord: (module: string, id: string) => void;
  /** Where what explains locks is published; absent: in the variables of the CRM. */
  readonly variables?: Variables | undefined;
  /** Told of every save and delete (null) that reading has confirmed, also after the editor was left. */
  readonly saved?: (found: Configuration | null) => void;
  /** Told of every configuration that copying has saved in another module, once reading has confirmed it. */
  readonly copied?: (module: string, found: Configuration) => void;
}

/** The lists that are read beside the configuration. */
export type Part = 'fields' | 'profiles' | 'buttons';

export interface EditorStore extends EditorOptions {
  readonly api: StoreApi<EditorState>;
  readonly newKey: NewKey;
  /** The state while there is something to edit, else null. */
  editing(): Editing | null;
  update(change: Partial<Editing>): void;
  /** What was read of a configuration; `unexpected` when it is none. */
  parse(found: UnknownObject | null): Result<Configuration | null>;
  /** Takes what was read as the new start, without unsaved changes. */
  adopt(found: Configuration | null, notice: Notice | null): void;
  edit(change: (draft: ConfigurationDraft) => ConfigurationDraft): void;
  discard(): void;
  retry(): void;
  retryPart(part: Part): void;
  /** The editor is closed: late replies are ignored, what was kept stays. */
  close(): void;
  /** Writes the unsaved changes down now, e.g. because the page goes away. */
  keepNow(): void;
}

/** Milliseconds of quiet after which unsaved changes are written down. */
const KEEP_AFTER = 300;

/** The configuration of one module being edited. What is saved and how it comes out: see `saving.ts`. */
export function createEditorStore(options: EditorOptions): EditorStore {
  const { send, memory, now, module, page } = options;
  const { apiName } = module;
  const api = createStore<EditorState>(() => ({ kind: 'loading', slow: false }));
  const set = (state: EditorState): void => {
    if (!closed) api.setState(state, true);
  };
  const newKey = keySource('k');
  const drafts = keptDrafts(memory, apiName, now);
  let closed = false;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  const editing = (): Editing | null => {
    const state = api.getState();
    return state.kind === 'editing' && !closed ? state : null;
  };
  const update = (change: Partial<Editing>): void => {
    const state = editing();
    if (state) set({ ...state, ...change });
  };

  function keepNow(): void {
    clearTimeout(keeping);
    keeping = undefined;
    const state = editing();
    if (state) drafts.keep(state.draft);
  }

  function parse(found: UnknownObject | null): Result<Configuration | null> {
    const read = found && parseConfiguration(found, newKey);
    if (read && isParseProblem(read))
      return { ok: false, error: { kind: 'unexpected', certain: false, message: read.problem } };
    return { ok: true, value: read };
  }

  function adopt(found: Configuration | null, notice: Notice | null): void {
    clearTimeout(keeping);
    drafts.forget();
    update({ draft: draftOf(found), checked: false, refusals: [], busy: null, question: null, notice });
    if (closed) return;
    page.tell(apiName, found && summaryOf(found.source));
    page.setUnsaved(false);
  }

  function fail(error: CrmError): void {
    if (page.refused(apiName, error)) return;
    page.tellFailed(apiName, error);
    set({ kind: 'failed', error, busy: false });
  }

  async function readPart(part: Part): Promise<void> {
    update({ [part]: { kind: 'loading' } });
    update({ [part]: await ask(part) });
  }

  async function ask<P extends Part>(part: P): Promise<Editing[P]>;
  async function ask(part: Part): Promise<Loaded<unknown>> {
    const answer = await {
      fields: () => readFields(send, apiName),
      profiles: () => readProfiles(send),
      buttons: () => readButtons(send, apiName),
    }[part]();
    return answer.ok ? { kind: 'ready', items: answer.value } : { kind: 'failed', error: answer.error };
  }

  async function load(): Promise<void> {
    const slow = setTimeout(() => {
      if (api.getState().kind === 'loading') set({ kind: 'loading', slow: true });
    }, SLOW_AFTER);
    const [answer, fields] = await Promise.all([readConfiguration(send, apiName), ask('fields')]);
    clearTimeout(slow);
    if (!answer.ok) return fail(answer.error);
    const read = parse(answer.value);
    if (!read.ok) return fail(read.error);
    const base = read.value;
    // The list waits for this also when the editor was left meanwhile.
    page.tell(apiName, base && summaryOf(base.source));
    if (closed) return;
    const kept = drafts.restore(base, newKey);
    set({
      kind: 'editing',
      draft: kept.kind === 'restored' ? kept.draft : draftOf(base),
      fields,
      profiles: { kind: 'loading' },
      buttons: { kind: 'loading' },
      checked: false,
      refusals: [],
      busy: null,
      notice: kept.kind === 'none' ? null : kept,
      question: null,
    });
    page.setUnsaved(kept.kind === 'restored');
    void readPart('profiles');
    void readPart('buttons');
  }
  void load();

  return {
    ...options,
    api,
    newKey,
    editing,
    update,
    parse,
    adopt,
    edit(change) {
      const state = editing();
      if (!state || state.busy || state.draft.base?.systemDefined) return;
      const draft = change(state.draft);
      if (draft === state.draft) return;
      update({ draft });
      page.setUnsaved(isUnsaved(draft));
      page.announce(null);
      clearTimeout(keeping);
      keeping = setTimeout(keepNow, KEEP_AFTER);
    },
    discard() {
      const state = editing();
      if (!state || state.busy) return;
      clearTimeout(keeping);
      drafts.forget();
      update({ draft: draftOf(state.draft.base), checked: false, refusals: [], notice: null });
      page.setUnsaved(false);
      page.announce('discarded');
    },
    retry() {
      const state = api.getState();
      if (state.kind !== 'failed' || state.busy) return;
      set({ ...state, busy: true });
      void load();
    },
    retryPart: (part) => void readPart(part),
    close() {
      if (keeping) keepNow();
      closed = true;
    },
    keepNow() {
      if (keeping) keepNow();
    },
  };
}
