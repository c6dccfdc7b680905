import { absoluteTime } from '../../i18n/formats';
import type { Configuration } from '../../locking/configuration';
import { isObject, stringAt } from '../../locking/json';
import type { SettingsContext } from '../settings-context';

interface EditorHeaderProps {
  readonly label: string;
  /** As it was read, without unsaved changes. */
  readonly base: Configuration | null;
  readonly ui: SettingsContext;
}

/** Whose configuration this is, what it says in a line, and who changed it last. */
export function EditorHeader({ label, base, ui }: EditorHeaderProps) {
  return (
    <header class="editor-header">
      <h1 id="configuration" tabIndex={-1}>
        <bdi>{label}</bdi>
      </h1>
      <p class="muted">
        {summary(base, ui)} {base && lastChange(base, ui)}
      </p>
    </header>
  );
}

const TYPES = ['manual', 'automatic', 'both'];

function summary(base: Configuration | null, { t }: SettingsContext): string {
  if (!base) return t('settings.summary.none');
  const { lockType } = base.settings;
  return TYPES.includes(lockType)
    ? t(`settings.summary.${lockType}`, { count: base.rules.length })
    : t('settings.summary.unknown', { type: lockType });
}

function lastChange({ source }: Configuration, ui: SettingsContext): string | null {
  const when = stringAt(source, 'modified_time');
  const by = source.modified_by;
  const name = isObject(by) ? stringAt(by, 'name') : undefined;
  if (when === undefined) return null;
  const values = { when: absoluteTime(when, ui.tag, ui.timeZone) };
  return name === undefined
    ? ui.t('settings.changedAt', values)
    : ui.t('settings.changedBy', { ...values, name });
}
