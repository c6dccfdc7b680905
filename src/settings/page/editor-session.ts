import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Variables } from '../../crm/write-variable';
import type { BrowserMemory } from '../../ui/browser-memory';
import { reloadPage } from '../../ui/reload-page';
import { modulesShown, openRow } from '../editing/page-state';
import type { Page } from '../editing/page-store';
import type { OpenEditor, OpenEditorPorts } from '../editor/open-editor';

export type SessionState =
  | { readonly kind: 'none' }
  /** The editor's file is on its way, or did not come. */
  | { readonly kind: 'loading' | 'failed'; readonly module: string }
  | {
      readonly kind: 'open';
      readonly module: string;
      readonly editor: OpenEditor;
      /** Somebody chose it; otherwise it was open from the start. */
      readonly chosen: boolean;
    };

/** The place of the open module's editor, whose file is loaded when the first module opens. */
export interface EditorSession {
  readonly state: StoreApi<SessionState>;
  /** Loads the editor's file again. */
  retry(): void;
  /** Drops the unsaved changes and opens the module that was asked for. */
  leave(): void;
  /** Somebody else is signed in than was thought: what is open was not theirs. */
  restart(): void;
  /** Writes unsaved changes down, because the page goes away. */
  keepNow(): void;
}

export interface EditorSessionPorts {
  readonly page: Page;
  /** Where unsaved changes are kept. */
  readonly memory: BrowserMemory;
  /** A name for what belongs to the person who is signed in alone. */
  readonly whose: (name: string) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly openRecord: (module: string, id: string) => void;
  readonly person: OpenEditorPorts['person'];
  readonly versionsIn: BrowserMemory;
  /** Absent: the variables of the CRM. */
  readonly variables?: Variables | undefined;
}

/** Makes the editor follow the module that is open. */
export function createEditorSession(ports: EditorSessionPorts): EditorSession {
  const { page, memory, whose, now, openRecord, person, versionsIn, variables } = ports;
  const state = createStore<SessionState>(() => ({ kind: 'none' }));
  const set = (session: SessionState): void => state.setState(session, true);
  const open = (): OpenEditor | null => {
    const session = state.getState();
    return session.kind === 'open' ? session.editor : null;
  };

  async function load(module: string, chosen: boolean): Promise<void> {
    set({ kind: 'loading', module });
    const isWanted = (): boolean => modulesShown(page.state.getState())?.current === module;
    try {
      const { openEditor } = await import('../editor/open-editor');
      const shown = modulesShown(page.state.getState());
      const row = openRow(page.state.getState());
      if (!shown || !row || !isWanted()) return;
      const { limits } = shown;
      const { send } = page;
      const editor = openEditor({
        ...{ page, send, memory, whose, now, limits, openRecord, person, versionsIn, variables },
        module: row,
      });
      set({ kind: 'open', module, editor, chosen });
    } catch {
      if (isWanted()) {
        set({ kind: 'failed', module });
        // The editor would have told it: without one, the list reads the module's state itself.
        page.commands.readStatus(module);
      }
    }
  }

  let shownBefore = false;
  function follow(): void {
    const shown = modulesShown(page.state.getState());
    const chosen = shownBefore;
    shownBefore ||= shown !== null;
    const current = shown?.current ?? null;
    const session = state.getState();
    if (current === (session.kind === 'none' ? null : session.module)) return;
    open()?.close();
    if (current === null) set({ kind: 'none' });
    else void load(current, chosen);
  }
  page.state.subscribe(follow);

  return {
    state,
    // A browser keeps a failed `import()`: only a reload asks for the file again.
    retry: reloadPage,
    leave() {
      open()?.discard();
      page.commands.leave();
    },
    restart() {
      const session = state.getState();
      if (session.kind !== 'open') return;
      session.editor.close();
      page.editor.setUnsaved(false);
      void load(session.module, false);
    },
    keepNow: () => open()?.keepNow(),
  };
}
