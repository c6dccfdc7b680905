import { useWords } from '../context/words';
import type { ModuleSummary } from '../editing/module-row';

const TYPES = ['manual', 'automatic', 'both'];

/** "Off", "Manual", "Auto · 2": short to see, whole to hear. */
export function ModuleState({ of }: { readonly of: ModuleSummary | null }) {
  const { t, tag } = useWords();
  if (!of) return <>{t('settings.state.off')}</>;
  const { lockType, rules, systemDefined } = of;
  return (
    <>
      {TYPES.includes(lockType) ? t(`settings.state.${lockType}`) : lockType}
      {lockType !== 'manual' && (
        <>
          {` · ${rules.toLocaleString(tag)}`}
          <span class="unseen"> {t('settings.state.rules', { count: rules })}</span>
        </>
      )}
      {systemDefined && ` · ${t('settings.state.system')}`}
    </>
  );
}
