import type { StoreApi } from 'zustand/vanilla';
import { useWords } from '../../context/words';
import type { ModuleRow } from '../../editing/module-row';
import type { OverviewState } from './overview-state';

interface ExportCsvProps {
  readonly rows: readonly ModuleRow[];
  readonly state: StoreApi<OverviewState>;
}

/** The table as a file for a spreadsheet, as it is shown: sorted, and only what a search leaves. */
export function ExportCsv({ rows, state }: ExportCsvProps) {
  const words = useWords();

  async function save(): Promise<void> {
    const { overviewCsv } = await import('./overview-csv');
    const csv = overviewCsv(rows, state.getState(), words);
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'record-lock-modules.csv';
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <button type="button" class="button" onClick={() => void save()}>
      {words.t('settings.backup.csv')}
    </button>
  );
}
