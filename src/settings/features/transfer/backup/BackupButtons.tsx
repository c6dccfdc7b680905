import { useState } from 'preact/hooks';
import { later } from '../../../context/later';
import { useWords } from '../../../context/words';
import type { BackupPorts } from './backup-ports';

const BackupDialog = later(async () => (await import('./BackupDialog')).BackupDialog);
const RestoreDialog = later(async () => (await import('./RestoreDialog')).RestoreDialog);

/** All configurations into one file, and back from such a file. */
export function BackupButtons({ ports }: { readonly ports: BackupPorts }) {
  const { t } = useWords();
  const [open, setOpen] = useState<'backUp' | 'restore' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen('backUp')}>
        {t('settings.backup.backUp')}
      </button>
      <button type="button" class="button" onClick={() => setOpen('restore')}>
        {t('settings.backup.restore')}
      </button>
      {open === 'backUp' && <BackupDialog ports={ports} onCancel={close} />}
      {open === 'restore' && <RestoreDialog ports={ports} onCancel={close} />}
    </>
  );
}
