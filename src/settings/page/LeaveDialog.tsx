import { Dialog } from '../../ui/Dialog';
import { useStore } from '../../ui/use-store';
import { useWords } from '../context/words';
import { openRow } from '../editing/page-state';
import type { Page } from '../editing/page-store';

interface LeaveDialogProps {
  readonly page: Page;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

/** Asks before unsaved changes are dropped. */
export function LeaveDialog({ page, onLeave, onCancel }: LeaveDialogProps) {
  const { t } = useWords();
  const module = useStore(page.state, (state) => openRow(state)?.label ?? '');
  return (
    <Dialog title={t('settings.leaveTitle', { module })} onCancel={onCancel}>
      <p>{t('settings.leaveHelp')}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={onCancel}>
          {t('settings.stay')}
        </button>
        <button type="button" class="button danger" onClick={onLeave}>
          {t('settings.leave')}
        </button>
      </div>
    </Dialog>
  );
}
