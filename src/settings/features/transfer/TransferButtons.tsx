import { useState } from 'preact/hooks';
import { later } from '../../deferred';
import type { Editing } from '../../editing/editor-state';
import type { EditorStore } from '../../editing/editor-store';
import type { SettingsContext } from '../../words/words';
import type { Transferring } from './transfer-props';

interface TransferButtonsProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
}

/** One file for the three, loaded when the first of them is opened. */
const TransferDialog = later(async () => (await import('./TransferDialog')).TransferDialog);

/** Copying, exporting, importing. Nothing can be copied or exported that is not saved, nor imported over Zoho's own. */
export function TransferButtons({ state, store, ui }: TransferButtonsProps) {
  const { base } = state.draft;
  const [open, setOpen] = useState<Transferring | null>(null);
  const busy = state.busy !== null;
  const button = (what: Transferring) => (
    <button type="button" class="button" aria-disabled={busy} onClick={() => busy || setOpen(what)}>
      {ui.t(`settings.transfer.${what}`)}
    </button>
  );
  return (
    <>
      <div class="row carry-buttons">
        {base && button('copy')}
        {base && button('export')}
        {!base?.systemDefined && button('import')}
      </div>
      {open && (
        <TransferDialog what={open} state={state} store={store} ui={ui} onCancel={() => setOpen(null)} />
      )}
    </>
  );
}
