import type { ComponentChildren } from 'preact';
import { crmVariables } from '../../crm/write-variable';
import { later } from '../deferred';
import { type EditorState, itemsOf } from '../editing/editor-state';
import { createEditorStore, type EditorOptions } from '../editing/editor-store';
import { createSaving } from '../editing/saving';
import type { ExplanationsSession } from '../features/explanations/explanations-session';
import { Message } from '../page/Message';
import { Waiting } from '../page/Waiting';
import { errorText } from '../words/error-text';
import type { SettingsContext } from '../words/words';
import { DeleteDialog } from './DeleteDialog';
import { EditorView } from './EditorView';
import { SaveBar } from './SaveBar';

const ReviewDialog = later(async () => (await import('../features/review/ReviewDialog')).ReviewDialog);
const ConflictDialog = later(
  async () => (await import('../features/conflict/ConflictDialog')).ConflictDialog,
);

/** The editor of one module as the page holds it. Everything of it is loaded when the first module is opened. */
export interface OpenEditor {
  readonly module: string;
  readonly kind: () => EditorState['kind'];
  view(ui: SettingsContext): ComponentChildren;
  bar(ui: SettingsContext): ComponentChildren;
  discard(): void;
  keepNow(): void;
  close(): void;
}

/** Opens a module's configuration; `paint` is called whenever there is something else to show. */
export function openEditor(options: EditorOptions, paint: () => void): OpenEditor {
  // Changes of the configuration and reasons that are not published are one to whoever leaves.
  const unsaved = { configuration: false, reasons: false };
  const tell = (change: Partial<typeof unsaved>): void => {
    Object.assign(unsaved, change);
    options.page.setUnsaved(unsaved.configuration || unsaved.reasons);
  };
  const session: ExplanationsSession = {
    explanations: null,
    variables: options.variables ?? null,
    onUnsaved: (reasons) => tell({ reasons }),
  };
  const store = createEditorStore({
    ...options,
    page: { ...options.page, setUnsaved: (configuration) => tell({ configuration }) },
    saved(found) {
      options.saved?.(found);
      const state = store.api.getState();
      const fields = state.kind === 'editing' ? itemsOf(state.fields) : undefined;
      void session.explanations?.publish(found?.source ?? null, fields ?? null);
    },
    copied(module, found) {
      const variables = options.variables ?? crmVariables(options.send);
      // Without its file nothing is published, which that module's own page says.
      void import('../editing/publishing/publish-copy').then(
        ({ publishCopy }) => publishCopy(options.send, variables, module, found),
        () => {},
      );
    },
  });
  const saving = createSaving(store);
  store.api.subscribe(paint);
  return {
    module: options.module.apiName,
    kind: () => store.api.getState().kind,
    discard() {
      store.discard();
      session.explanations?.discard();
    },
    keepNow: store.keepNow,
    close() {
      store.close();
      session.explanations?.close();
    },
    view(ui) {
      const state = store.api.getState();
      if (state.kind === 'loading') return <Waiting label={options.module.label} slow={state.slow} ui={ui} />;
      if (state.kind === 'failed')
        return (
          <Message title={options.module.label} retry={store.retry} busy={state.busy} ui={ui}>
            {errorText(ui, state.error)}
          </Message>
        );
      const { question } = state;
      const asked = { state, store, saving, ui, onCancel: saving.cancel };
      const refused = state.refusals;
      const problems = state.checked ? [...saving.problems(), ...refused] : refused;
      return (
        <>
          <EditorView
            state={state}
            store={store}
            saving={saving}
            session={session}
            ui={ui}
            problems={problems}
          />
          {question?.kind === 'review' && <ReviewDialog {...asked} />}
          {question?.kind === 'delete' && <DeleteDialog typed={question.typed} {...asked} />}
          {question?.kind === 'conflict' && (
            <ConflictDialog theirs={question.theirs} sent={question.sent} {...asked} />
          )}
        </>
      );
    },
    bar(ui) {
      const state = store.api.getState();
      return state.kind === 'editing' ? (
        <SaveBar state={state} store={store} saving={saving} unsaved={unsaved.configuration} ui={ui} />
      ) : null;
    },
  };
}
