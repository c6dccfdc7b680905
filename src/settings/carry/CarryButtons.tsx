import { useState } from 'preact/hooks';
import type { Editing } from '../editor/editor-state';
import type { EditorStore } from '../editor/editor-store';
import type { SettingsContext } from '../settings-context';

/** What is done with a whole configuration. */
export type Carrying = 'copy' | 'export' | 'import';

interface CarryButtonsProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
}

type Dialog = typeof import('./CarryDialog').CarryDialog;

/** Copying, exporting, importing. Their dialogs are one file, loaded when the first of them is opened. */
export function CarryButtons({ state, store, ui }: CarryButtonsProps) {
  const { t } = ui;
  const { base } = state.draft;
  const [open, setOpen] = useState<Carrying | null>(null);
  const [loaded, setLoaded] = useState<{ readonly Dialog: Dialog } | 'failed' | null>(null);
  const show = async (what: Carrying): Promise<void> => {
    if (state.busy) return;
    setOpen(what);
    try {
      const { CarryDialog } = await import('./CarryDialog');
      setLoaded({ Dialog: CarryDialog });
    } catch {
      setOpen(null);
      setLoaded('failed');
    }
  };
  const button = (what: Carrying) => (
    <button type="button" class="button" aria-disabled={state.busy !== null} onClick={() => show(what)}>
      {t(`settings.carry.${what}`)}
    </button>
  );
  return (
    <>
      <div class="row carry-buttons">
        {base && button('copy')}
        {base && button('export')}
        {!base?.systemDefined && button('import')}
      </div>
      {loaded === 'failed' && (
        <p class="problem" role="alert">
          {t('settings.editorFailed')}
        </p>
      )}
      {open && loaded && loaded !== 'failed' && (
        <loaded.Dialog what={open} state={state} store={store} ui={ui} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
