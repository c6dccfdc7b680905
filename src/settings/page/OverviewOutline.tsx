import { useWords } from '../context/words';
import { useLimited } from './limited';

/** Where the overview will be: its heading, its sentence, and the lines of its table. The document begins with the same. */
export function OverviewOutline({ slow }: { readonly slow: boolean }) {
  const { t } = useWords();
  const limited = useLimited();
  return (
    <div class="overview" aria-busy="true">
      <header class="overview-header">
        <h1>{t('settings.title')}</h1>
        <p class="muted sentence-outline">
          {t(limited ? 'common.limited' : slow ? 'settings.slow' : 'settings.loading')}
        </p>
        <div class="row tools-outline" />
      </header>
      <div class="field overview-search" />
      <div class="lines" />
    </div>
  );
}

/** Where the list of modules will be. */
export const ModulesOutline = () => (
  <div class="modules folded">
    <div class="button fold" />
    <div class="module-list">
      <div class="field" />
      <div class="lines" />
    </div>
  </div>
);
