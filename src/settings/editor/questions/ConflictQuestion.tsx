import { absoluteTime } from '../../../i18n/formats';
import type { Configuration } from '../../../locking/configuration';
import { isObject, stringAt } from '../../../locking/json';
import { Question } from '../../../ui/Question';
import type { SettingsContext } from '../../settings-context';
import type { Saving } from '../saving';

interface ConflictQuestionProps {
  readonly theirs: Configuration | null;
  readonly saving: Saving;
  readonly ui: SettingsContext;
}

/** Somebody else saved meanwhile: nothing of theirs is overwritten, and nothing of mine lost, without a word. */
export function ConflictQuestion({ theirs, saving, ui }: ConflictQuestionProps) {
  const { t } = ui;
  return (
    <Question title={t('settings.conflictTitle')} onCancel={saving.cancel}>
      <p>{whoAndWhen(theirs, ui)}</p>
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

function whoAndWhen(theirs: Configuration | null, ui: SettingsContext): string {
  if (!theirs) return ui.t('settings.conflictDeleted');
  const by = theirs.source.modified_by;
  const when = stringAt(theirs.source, 'modified_time');
  const name = isObject(by) ? stringAt(by, 'name') : undefined;
  return when === undefined || name === undefined
    ? ui.t('settings.conflictChanged')
    : ui.t('settings.conflictChangedBy', { name, when: absoluteTime(when, ui.tag, ui.timeZone) });
}
