import { useState } from 'preact/hooks';
import { useEditing } from '../../context/editor';
import { later } from '../../context/later';
import { useWords } from '../../context/words';
import type { TransferPorts, Transferring } from './transfer-ports';

/** One file for the three, loaded when the first of them is opened. */
const TransferDialog = later(async () => (await import('./TransferDialog')).TransferDialog);

/** Copying, exporting, importing. Nothing can be copied or exported that is not saved, nor imported over Zoho's own. */
export function TransferButtons({ ports }: { readonly ports: TransferPorts }) {
  const { t } = useWords();
  const base = useEditing(({ draft }) => draft.base);
  const busy = useEditing((editing) => editing.busy !== null);
  const [open, setOpen] = useState<Transferring | null>(null);
  const button = (what: Transferring) => (
    <button type="button" class="button" aria-disabled={busy} onClick={() => busy || setOpen(what)}>
      {t(`settings.transfer.${what}`)}
    </button>
  );
  return (
    <>
      <div class="row carry-buttons">
        {base && button('copy')}
        {base && button('export')}
        {!base?.systemDefined && button('import')}
      </div>
      {open && <TransferDialog what={open} ports={ports} onCancel={() => setOpen(null)} />}
    </>
  );
}
