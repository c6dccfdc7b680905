import { useState } from 'preact/hooks';
import type { Editing } from '../editor/editor-state';
import type { EditorStore } from '../editor/editor-store';
import { later } from '../later';
import type { SettingsContext } from '../settings-context';

/** What is done with a whole configuration. */
export type Carrying = 'copy' | 'export' | 'import';

interface CarryButtonsProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
}

/** One file for the three, loaded when the first of them is opened. */
const CarryDialog = later(async () => (await import('./CarryDialog')).CarryDialog);

/** Copying, exporting, importing. Nothing can be copied or exported that is not saved, nor imported over Zoho's own. */
export function CarryButtons({ state, store, ui }: CarryButtonsProps) {
  const { base } = state.draft;
  const [open, setOpen] = useState<Carrying | null>(null);
  const busy = state.busy !== null;
  const button = (what: Carrying) => (
    <button type="button" class="button" aria-disabled={busy} onClick={() => busy || setOpen(what)}>
      {ui.t(`settings.carry.${what}`)}
    </button>
  );
  return (
    <>
      <div class="row carry-buttons">
        {base && button('copy')}
        {base && button('export')}
        {!base?.systemDefined && button('import')}
      </div>
      {open && <CarryDialog what={open} state={state} store={store} ui={ui} onCancel={() => setOpen(null)} />}
    </>
  );
}
