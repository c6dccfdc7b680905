import { configurationChanges } from '../../locking/configuration-changes';
import type { ConfigurationDraft } from '../../locking/configuration-draft';
import type { SettingsContext } from '../settings-context';

export function PlannedChanges({ draft, ui }: { draft: ConfigurationDraft; ui: SettingsContext }) {
  return <p class="muted">{ui.t('settings.changes', { count: configurationChanges(draft).length })}</p>;
}
