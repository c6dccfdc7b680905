import '../../../context/later-styles';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { listText } from '../../../../i18n/formats';
import { isolate } from '../../../../i18n/isolate';
import { backupText, makeBackup } from '../../../../locking/transfer/backup/backup-file';
import { Dialog } from '../../../../ui/Dialog';
import { useWords } from '../../../context/words';
import type { BackupDialogProps } from './backup-ports';
import { type BackupParts, readBackupParts, toBackUp } from './read-backup-parts';

/** The configurations of all modules in one file, as a download and as text: frames may block downloads. */
export function BackupDialog({ ports, onCancel }: BackupDialogProps) {
  const { t, tag, direction } = useWords();
  const rows = useMemo(() => toBackUp(ports.modules()), []);
  const [done, setDone] = useState(0);
  const [parts, setParts] = useState<BackupParts | null>(null);
  useEffect(() => {
    let gone = false;
    void readBackupParts(ports.send, rows, setDone, () => !gone).then((read) => read && setParts(read));
    return () => {
      gone = true;
    };
  }, []);
  const now = new Date(ports.now()).toISOString();
  const text = useMemo(() => parts && backupText(makeBackup(parts.modules, now)), [parts]);
  const url = useMemo(
    () => text && URL.createObjectURL(new Blob([text], { type: 'application/json' })),
    [text],
  );
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return (
    <Dialog wide title={t('settings.backup.backUp')} onCancel={onCancel}>
      <div class="carry">
        <p>{t('settings.backup.backUpHelp')}</p>
        <p aria-live="polite">
          {parts
            ? t('settings.backup.ready', { count: parts.modules.length })
            : t('settings.readingModules', { done, count: rows.length })}
        </p>
        {parts && parts.unread.length > 0 && (
          <p class="notice warning">
            {t('settings.backup.unread', {
              names: listText(
                parts.unread.map((name) => isolate(name, direction)),
                tag,
              ),
            })}
          </p>
        )}
        {text && (
          <>
            <label for="backup-text">{t('settings.transfer.exportText')}</label>
            <textarea id="backup-text" class="field carry-text" readOnly rows={8} dir="ltr" value={text} />
            <p class="muted help">{t('settings.transfer.downloadHelp')}</p>
          </>
        )}
        <div class="row carry-actions">
          {url && (
            <a class="button primary" download={`record-lock-backup-${now.slice(0, 10)}.json`} href={url}>
              {t('settings.transfer.download')}
            </a>
          )}
          <button type="button" class="button" onClick={onCancel}>
            {t('settings.transfer.close')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
