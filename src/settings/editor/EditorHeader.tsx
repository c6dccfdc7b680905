import type { Configuration } from '../../locking/configuration';
import { wholeText } from '../../ui/whole-text';
import type { SettingsContext } from '../settings-context';
import { lastChange } from './last-change';

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
        <bdi title={wholeText(label)}>{label}</bdi>
      </h1>
      <p class="muted">
        {summary(base, ui)} {base && lastChange(base, 'settings.changed', ui)}
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
