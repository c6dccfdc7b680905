import { useWords } from '../../context/words';
import type { ModuleRow } from '../../editing/module-row';
import type { OverviewState } from './overview-state';

interface OverviewSentenceProps extends Pick<OverviewState, 'locked'> {
  readonly rows: readonly ModuleRow[];
}

/** "6 of 15 modules lock records. 1,284 records are locked now.", as far as that is known. */
export function OverviewSentence({ rows, locked }: OverviewSentenceProps) {
  const { t } = useWords();
  const known = rows.filter(({ status }) => status.kind !== 'waiting');
  if (known.length < rows.length)
    return (
      <p class="muted overview-sentence">
        {t('settings.readingModules', { done: known.length, count: rows.length })}
      </p>
    );
  const locking = rows.filter(({ status }) => status.kind === 'known' && status.summary !== null);
  const counts = locking.map(({ apiName }) => locked[apiName]);
  const counting = counts.some((now) => !now || now.kind === 'counting');
  const failed = counts.filter((now) => now?.kind === 'failed').length;
  const sum = counts.reduce((total, now) => total + (now?.kind === 'counted' ? now.count : 0), 0);
  return (
    <p class="muted overview-sentence">
      {t('settings.overview.modules', { locking: locking.length, count: rows.length })}{' '}
      {counting
        ? t('settings.overview.counting')
        : t(failed ? 'settings.overview.atLeast' : 'settings.overview.records', { count: sum })}
    </p>
  );
}
