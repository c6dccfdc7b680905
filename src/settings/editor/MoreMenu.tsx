import { useState } from 'preact/hooks';
import { Menu, type MenuItem } from '../../ui/Menu';
import { useEditing, useEditor } from '../context/editor';
import { later } from '../context/later';
import { useWords } from '../context/words';
import type { TransferPorts, Transferring } from '../features/transfer/transfer-ports';

/** One file for the three, loaded when the first of them is opened. */
const TransferDialog = later(
  async () => (await import('../features/transfer/TransferDialog')).TransferDialog,
);

/** What is rare or dangerous: copying, exporting, importing and deleting the configuration. */
export function MoreMenu({ transfer }: { readonly transfer: TransferPorts }) {
  const { t } = useWords();
  const { saving } = useEditor();
  const base = useEditing(({ draft }) => draft.base);
  const busy = useEditing((editing) => editing.busy !== null);
  const [open, setOpen] = useState<Transferring | null>(null);
  const managed = base?.systemDefined === true;
  const item = (what: Transferring): MenuItem => ({
    text: t(`settings.transfer.${what}`),
    act: () => setOpen(what),
  });
  const items = (): readonly MenuItem[] =>
    busy
      ? []
      : [
          // Nothing can be copied or exported that is not saved, nor imported over Zoho's own.
          ...(base ? [item('copy'), item('export')] : []),
          ...(managed ? [] : [item('import')]),
          ...(base && !managed
            ? [{ text: t('settings.delete'), danger: true, act: saving.askToDelete }]
            : []),
        ];
  return (
    <>
      <Menu id="more" label={t('settings.saving.more')} items={items} />
      {open && <TransferDialog what={open} ports={transfer} onCancel={() => setOpen(null)} />}
    </>
  );
}
