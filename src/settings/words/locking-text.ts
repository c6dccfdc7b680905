import { clipped } from '../../i18n/isolate';
import type { Translator } from '../../i18n/translator';
import type { ModuleSummary } from '../editing/module-row';

/** How a module locks, in a few words: "Off", "Manual", "2 rules", "Manual + 1 rule", "Managed by Zoho". */
export function lockingText({ t }: Translator, of: ModuleSummary | null): string {
  if (!of) return t('settings.state.off');
  const { lockType, rules: count, systemDefined } = of;
  if (systemDefined) return t('settings.state.system');
  const key = `settings.state.${lockType}`;
  const text = t(key, { count });
  return text === key ? clipped(lockType) : text;
}
