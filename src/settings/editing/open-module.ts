import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrmError } from '../../crm/errors';
import { draftOf } from '../../locking/configuration/draft';
import { keySource } from '../../locking/criteria/tree/node';
import type { BrowserMemory } from '../../ui/browser-memory';
import { createEditor, type Editor, type EditorPorts, readList } from './editor';
import { keptDrafts } from './kept-drafts';
import { summaryOf } from './module-row';
import { SLOW_AFTER } from './page-store';
import { readNow } from './read-now';

export type Opening =
  | { readonly kind: 'loading'; readonly slow: boolean }
  | { readonly kind: 'failed'; readonly error: CrmError; readonly busy: boolean }
  | { readonly kind: 'open'; readonly editor: Editor };

/** A module that was opened: on its way, failed, or being edited. */
export interface OpenModule {
  readonly state: StoreApi<Opening>;
  retry(): void;
  /** Null while there is nothing to edit. */
  editor(): Editor | null;
  close(): void;
}

export interface OpenModulePorts extends EditorPorts {
  /** Where unsaved changes are kept. */
  readonly memory: BrowserMemory;
  readonly now: () => number;
  /** A name for what belongs to the person who is signed in alone. */
  readonly whose?: (name: string) => string;
}

/** Reads a module's configuration and begins to edit it, with the unsaved changes that were kept. */
export function openModule({ memory, now, whose = (name) => name, ...ports }: OpenModulePorts): OpenModule {
  const { send, module, page } = ports;
  const { apiName } = module;
  const state = createStore<Opening>(() => ({ kind: 'loading', slow: false }));
  const newKey = keySource('k');
  let closed = false;
  const set = (opening: Opening): void => {
    if (!closed) state.setState(opening, true);
  };

  function fail(error: CrmError): void {
    if (page.refused(apiName, error)) return;
    page.tellFailed(apiName, error);
    set({ kind: 'failed', error, busy: false });
  }

  async function load(): Promise<void> {
    const slow = setTimeout(() => {
      if (state.getState().kind === 'loading') set({ kind: 'loading', slow: true });
    }, SLOW_AFTER);
    const [read, fields] = await Promise.all([
      readNow({ send, module: apiName, newKey }),
      readList(send, apiName, 'fields'),
    ]);
    clearTimeout(slow);
    if (!read.ok) return fail(read.error);
    const base = read.value;
    // The list waits for this also when the module was left meanwhile.
    page.tell(apiName, base && summaryOf(base.source));
    if (closed) return;
    const drafts = keptDrafts(memory, whose(`draft.${apiName}`), now);
    const kept = drafts.restore(base, newKey);
    const start = {
      draft: kept.kind === 'restored' ? kept.draft : draftOf(base),
      fields,
      profiles: { kind: 'loading' },
      buttons: { kind: 'loading' },
      checked: false,
      young: [],
      refusals: [],
      stops: 0,
      discarded: null,
      busy: null,
      notice: kept.kind === 'none' ? null : kept,
      dialog: null,
    } as const;
    set({ kind: 'open', editor: createEditor(start, newKey, drafts, ports) });
    page.setUnsaved(kept.kind === 'restored');
  }
  void load();

  const editor = (): Editor | null => {
    const opening = state.getState();
    return opening.kind === 'open' ? opening.editor : null;
  };
  return {
    state,
    editor,
    retry() {
      const opening = state.getState();
      if (opening.kind !== 'failed' || opening.busy) return;
      set({ ...opening, busy: true });
      void load();
    },
    close() {
      editor()?.close();
      closed = true;
    },
  };
}
