import type { Variables } from '../../crm/write-variable';
import type { BrowserMemory } from '../../ui/browser-memory';
import type { SettingsStore } from '../editing/page-store';
import type { OpenEditor } from '../editor/open-editor';
import type { SettingsActions } from './settings-actions';

/** The place of the open module's editor, whose file is loaded when the first module opens. */
export interface EditorSession {
  /** Null while its file is on its way or no module is open, `failed` when the file did not come. */
  editor(): OpenEditor | 'failed' | null;
  /** What the page can ask for, the host's part excepted. */
  readonly actions: Omit<SettingsActions, 'retryHost' | 'facts'>;
  /** Whether a module that the user chose can be edited now, told once: its heading is to take the focus. */
  arrived(): boolean;
  /** Writes unsaved changes down, because the page goes away. */
  keepNow(): void;
}

export interface EditorSessionParts {
  readonly store: SettingsStore;
  /** Where unsaved changes are kept. */
  readonly memory: BrowserMemory;
  readonly openRecord: (module: string, id: string) => void;
  /** Absent: the variables of the CRM. */
  readonly variables?: Variables | undefined;
  /** Called whenever there is something else to show. */
  readonly paint: () => void;
}

/** Makes the editor follow the module that is open. */
export function createEditorSession({
  store,
  memory,
  openRecord,
  variables,
  paint,
}: EditorSessionParts): EditorSession {
  let editor: OpenEditor | 'failed' | null = null;
  let opening: string | null = null;
  let chosen = false;
  const open = (): OpenEditor | null => (editor === 'failed' ? null : editor);

  async function follow(): Promise<void> {
    const current = store.shown()?.current ?? null;
    if (current === opening) return;
    opening = current;
    open()?.close();
    editor = null;
    if (current === null) return;
    try {
      const { openEditor } = await import('../editor/open-editor');
      const shown = store.shown();
      const module = shown?.modules.find((row) => row.apiName === current);
      if (!shown || !module || shown.current !== current) return;
      const { send, now } = store;
      editor = openEditor(
        { send, memory, now, module, limits: shown.limits, page: store, openRecord, variables },
        paint,
      );
    } catch {
      if (opening === current) editor = 'failed';
    }
    paint();
  }
  store.api.subscribe(() => void follow());

  return {
    editor: () => editor,
    arrived() {
      const here = chosen && open()?.kind() === 'editing' && !store.shown()?.leavingTo;
      if (here) chosen = false;
      return here;
    },
    keepNow: () => open()?.keepNow(),
    actions: {
      ...store,
      choose(module) {
        chosen = true;
        store.choose(module);
      },
      stay() {
        chosen = false;
        store.stay();
      },
      leave() {
        open()?.discard();
        store.leave();
      },
      retryEditor() {
        opening = null;
        void follow();
      },
    },
  };
}
