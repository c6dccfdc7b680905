import type { Configuration } from '../../../locking/configuration';
import { Question } from '../../../ui/Question';
import type { SettingsContext } from '../../settings-context';
import { lastChange } from '../last-change';
import type { Saving } from '../saving';

interface ConflictQuestionProps {
  readonly theirs: Configuration | null;
  /** Whether something of mine may have arrived. */
  readonly sent: boolean;
  readonly saving: Saving;
  readonly ui: SettingsContext;
}

/** Somebody else saved meanwhile: nothing of theirs is overwritten, and nothing of mine lost, without a word. */
export function ConflictQuestion({ theirs, sent, saving, ui }: ConflictQuestionProps) {
  const { t } = ui;
  return (
    <Question
      title={t(sent ? 'settings.conflictTitleSent' : 'settings.conflictTitle')}
      onCancel={saving.cancel}
    >
      <p>
        {theirs
          ? (lastChange(theirs, 'settings.conflictChanged', ui) ?? t('settings.conflictChanged'))
          : t('settings.conflictDeleted')}{' '}
        {t(sent ? 'settings.conflictSent' : 'settings.conflictNotSent')}
      </p>
      <div class="row">
        <button type="button" class="button" onClick={saving.takeTheirs}>
          {t('settings.takeTheirs')}
        </button>
        <button type="button" class="button" onClick={saving.keepMine}>
          {t('settings.keepMine')}
        </button>
        <button type="button" class="button" onClick={saving.cancel}>
          {t('common.cancel')}
        </button>
      </div>
      <p class="muted help">{t('settings.conflictHelp')}</p>
    </Question>
  );
}
