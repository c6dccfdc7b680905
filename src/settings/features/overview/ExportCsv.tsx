import type { StoreApi } from 'zustand/vanilla';
import { isJson, isObject } from '../../../base/json';
import { absoluteTime } from '../../../i18n/formats';
import { useWords } from '../../context/words';
import type { ModuleRow } from '../../editing/module-row';
import { lockingText } from '../../words/locking-text';
import { changedAt, changedBy } from './arrange-rows';
import { configurationNotes } from './configuration-notes';
import type { OverviewState } from './overview-store';

interface ExportCsvProps {
  readonly rows: readonly ModuleRow[];
  readonly state: StoreApi<OverviewState>;
}

/** The table as a file for a spreadsheet, as it is shown: sorted, and only what a search leaves. */
export function ExportCsv({ rows, state }: ExportCsvProps) {
  const words = useWords();
  const { t, tag, timeZone } = words;

  function table(): readonly (readonly string[])[] {
    const { locked, checked } = state.getState();
    const columns = ['module', 'locking', 'locked', 'findings', 'changed'];
    const heads = columns.map((column) => t(`settings.overview.column.${column}`));
    return [
      [...heads.slice(0, 2), t('settings.overview.details'), ...heads.slice(2)],
      ...rows.map(({ apiName, label, status }) => {
        if (status.kind !== 'known') return [label, t('settings.notRead'), '', '', '', ''];
        const source: unknown = status.summary?.source;
        const known = isJson(source) && isObject(source) ? source : null;
        const [count, found] = [locked[apiName], checked[apiName]];
        const at = known && changedAt(known);
        const when = at ? absoluteTime(new Date(at).toISOString(), tag, timeZone) : '';
        return [
          label,
          lockingText(words, status.summary),
          known ? configurationNotes(known, words).join('; ') : '',
          known && count?.kind === 'counted' ? String(count.count) : '',
          found?.kind === 'checked' ? String(found.shown.length) : '',
          [known && changedBy(known), when].filter(Boolean).join(', '),
        ];
      }),
    ];
  }

  async function save(): Promise<void> {
    const { csvOf } = await import('../../../locking/bulk/results-csv');
    const url = URL.createObjectURL(new Blob([csvOf(table())], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'record-lock-modules.csv';
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <button type="button" class="button" onClick={() => void save()}>
      {t('settings.backup.csv')}
    </button>
  );
}
