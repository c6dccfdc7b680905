import '../context/later-styles';
import type { FunctionComponent } from 'preact';
import type { StoreApi } from 'zustand/vanilla';
import { isJson, isObject } from '../../base/json';
import type { Send } from '../../crm/transport';
import { crmVariables, type Variables } from '../../crm/write-variable';
import type { Limits } from '../../locking/configuration/limits';
import type { BrowserMemory } from '../../ui/browser-memory';
import { useStore } from '../../ui/use-store';
import { EditorContext } from '../context/editor';
import type { ModuleName } from '../editing/module-row';
import { type Opening, openModule } from '../editing/open-module';
import { modulesShown } from '../editing/page-state';
import type { Page } from '../editing/page-store';
import { publishCopy } from '../editing/publishing/publish-copy';
import { createPublisher } from '../editing/publishing/publisher';
import { createVersions } from '../editing/versions';
import { CountingContext } from '../impact/use-impact';
import { EditorView } from './EditorView';
import { SaveBar } from './SaveBar';

export interface OpenEditorPorts {
  readonly page: Pick<Page, 'state' | 'editor'>;
  readonly send: Send;
  /** Where unsaved changes are kept. */
  readonly memory: BrowserMemory;
  /** A name for what belongs to the person who is signed in alone. */
  readonly whose: (name: string) => string;
  readonly now: () => number;
  readonly module: ModuleName;
  readonly limits: Limits;
  /** Shows a record in the CRM. */
  readonly openRecord: (module: string, id: string) => void;
  /** Who is signed in, by id; null while that is not known: then no versions are kept. */
  readonly person: () => string | null;
  /** Where earlier versions are kept. */
  readonly versionsIn: BrowserMemory;
  /** Where what explains locks is published; absent: in the variables of the CRM. */
  readonly variables?: Variables | undefined;
}

/** The editor of one module as the page holds it. Everything of it is loaded when the first module is opened. */
export interface OpenEditor {
  readonly module: string;
  readonly opening: StoreApi<Opening>;
  retry(): void;
  /** The editor, and its part of the bar; empty while there is nothing to edit. */
  readonly View: FunctionComponent;
  readonly Bar: FunctionComponent;
  discard(): void;
  keepNow(): void;
  close(): void;
}

/** Opens a module: its configuration, what is published about it, and the views of both. */
export function openEditor(ports: OpenEditorPorts): OpenEditor {
  const { page, send, memory, whose, now, module, limits, openRecord } = ports;
  const person = ports.person();
  const versions =
    person === null ? null : createVersions(ports.versionsIn, `${person}.${module.apiName}`, now);
  const variables = ports.variables ?? crmVariables(send);
  const rows = () => modulesShown(page.state.getState())?.modules ?? [];
  // Changes of the configuration and reasons that are not published are one to whoever leaves.
  const unsaved = { configuration: false, reasons: false };
  const tell = (change: Partial<typeof unsaved>): void => {
    Object.assign(unsaved, change);
    page.editor.setUnsaved(unsaved.configuration || unsaved.reasons);
  };
  const publisher = createPublisher({
    variables,
    memory,
    whose,
    module,
    others: () => rows().filter(({ apiName }) => apiName !== module.apiName),
    onUnsaved: (reasons) => tell({ reasons }),
  });
  const { tell: told, tellFailed, refused, announce } = page.editor;
  const opened = openModule({
    ...{ send, memory, whose, now, module, limits, publisher },
    page: {
      ...{ tellFailed, refused, announce },
      tell(name, summary) {
        const source = summary?.source ?? null;
        if (name === module.apiName && isJson(source) && (source === null || isObject(source)))
          versions?.saw(source);
        told(name, summary);
      },
      setUnsaved: (configuration) => tell({ configuration }),
    },
  });
  publisher.read();
  const transfer = {
    ...{ send, now, modules: rows, page: page.editor },
    publish: (other: string, found: Parameters<typeof publishCopy>[3]) =>
      void publishCopy(send, variables, other, found),
  };
  const counting = { send, openRecord };
  const useOpened = () =>
    useStore(opened.state, (opening) => (opening.kind === 'open' ? opening.editor : null));
  return {
    module: module.apiName,
    opening: opened.state,
    retry: opened.retry,
    View() {
      const editor = useOpened();
      return editor ? (
        <EditorContext.Provider value={editor}>
          <CountingContext.Provider value={counting}>
            <EditorView versions={versions} />
          </CountingContext.Provider>
        </EditorContext.Provider>
      ) : null;
    },
    Bar() {
      const editor = useOpened();
      return editor ? (
        <EditorContext.Provider value={editor}>
          <CountingContext.Provider value={counting}>
            <SaveBar transfer={transfer} />
          </CountingContext.Provider>
        </EditorContext.Provider>
      ) : null;
    },
    discard() {
      opened.editor()?.commands.discard();
      publisher.discard();
    },
    keepNow: () => opened.editor()?.keepNow(),
    close() {
      opened.close();
      publisher.close();
    },
  };
}
