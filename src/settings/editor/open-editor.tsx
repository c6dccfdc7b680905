import type { ComponentChildren } from 'preact';
import { errorText } from '../error-text';
import { Message } from '../Message';
import type { SettingsContext } from '../settings-context';
import { Waiting } from '../Waiting';
import { EditorView } from './EditorView';
import type { EditorState } from './editor-state';
import { createEditorStore, type EditorOptions } from './editor-store';
import { ConflictQuestion } from './questions/ConflictQuestion';
import { DeleteQuestion } from './questions/DeleteQuestion';
import { SaveBar } from './SaveBar';
import { createSaving } from './saving';

/** The editor of one module as the page holds it. Everything of it is loaded when the first module is opened. */
export interface OpenEditor {
  readonly module: string;
  readonly kind: () => EditorState['kind'];
  view(ui: SettingsContext): ComponentChildren;
  bar(ui: SettingsContext, unsaved: boolean): ComponentChildren;
  discard(): void;
  keepNow(): void;
  close(): void;
}

/** Opens a module's configuration; `paint` is called whenever there is something else to show. */
export function openEditor(options: EditorOptions, paint: () => void): OpenEditor {
  const store = createEditorStore(options);
  const saving = createSaving(store);
  store.api.subscribe(paint);
  return {
    module: options.module.apiName,
    kind: () => store.api.getState().kind,
    discard: store.discard,
    keepNow: store.keepNow,
    close: store.close,
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
      const refused = state.refusals;
      const problems = state.checked ? [...saving.problems(), ...refused] : refused;
      return (
        <>
          <EditorView state={state} store={store} saving={saving} ui={ui} problems={problems} />
          {question?.kind === 'delete' && (
            <DeleteQuestion typed={question.typed} store={store} saving={saving} ui={ui} />
          )}
          {question?.kind === 'conflict' && (
            <ConflictQuestion theirs={question.theirs} sent={question.sent} saving={saving} ui={ui} />
          )}
        </>
      );
    },
    bar(ui, unsaved) {
      const state = store.api.getState();
      return state.kind === 'editing' ? (
        <SaveBar state={state} store={store} saving={saving} unsaved={unsaved} ui={ui} />
      ) : null;
    },
  };
}
