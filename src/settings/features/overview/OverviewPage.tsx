import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useStore } from '../../../ui/use-store';
import { later } from '../../context/later';
import { useWords } from '../../context/words';
import { isLockable, type ModuleRow, searchModules } from '../../editing/module-row';
import { modulesShown, type SettingsState } from '../../editing/page-state';
import { lockingText } from '../../words/locking-text';
import { arrangeRows } from './arrange-rows';
import { ExportCsv } from './ExportCsv';
import { OverviewHead } from './OverviewHead';
import { OverviewRow } from './OverviewRow';
import { OverviewSentence } from './OverviewSentence';
import { type OverviewPorts, overviewOf } from './overview-ports';

const OverviewFindings = later(async () => (await import('./OverviewFindings')).OverviewFindings);

const NONE: readonly ModuleRow[] = [];
const rowsOf = (state: SettingsState): readonly ModuleRow[] => modulesShown(state)?.modules ?? NONE;

interface OverviewPageProps {
  readonly ports: OverviewPorts;
  /** What can be done with all modules at once. */
  readonly tools: ComponentChildren;
}

/** Where the settings page opens: every module that can be locked, how it locks, and how many of its records are locked. */
export function OverviewPage({ ports, tools }: OverviewPageProps) {
  const words = useWords();
  const { t, tag } = words;
  const { page } = ports;
  const overview = overviewOf(ports);
  const rows = useStore(page.state, rowsOf);
  const search = useStore(page.state, (state) => modulesShown(state)?.search ?? '');
  const saidBy = useStore(page.state, (state) => modulesShown(state)?.saidBy);
  const { locked, checked, sorting } = useStore(overview.state, (state) => state);
  const lockable = useMemo(() => rows.filter(isLockable), [rows]);
  const found = arrangeRows(searchModules(lockable, search), sorting, {
    locked,
    tag,
    locking: ({ status }) => (status.kind === 'known' ? lockingText(words, status.summary) : ''),
    findings: (module) => {
      const now = checked[module];
      return now?.kind === 'checked' ? now.shown.length : undefined;
    },
  });
  const largest = Math.max(
    0,
    ...Object.values(locked).map((now) => (now.kind === 'counted' ? now.count : 0)),
  );
  return (
    <div class="overview">
      <header class="overview-header">
        <h1 tabIndex={-1}>{t('settings.title')}</h1>
        <OverviewSentence rows={lockable} locked={locked} />
        <div class="row">
          <ExportCsv rows={found} state={overview.state} />
          {tools}
        </div>
      </header>
      <input
        type="search"
        class="field overview-search"
        aria-label={t('settings.overview.search')}
        placeholder={t('settings.overview.search')}
        value={search}
        onInput={(event) => page.commands.search(event.currentTarget.value)}
      />
      <table class="overview-table" aria-label={t('settings.modules')}>
        <OverviewHead sorting={sorting} onSort={overview.sortBy} />
        <tbody>
          {found.map((row) => (
            <OverviewRow
              key={row.apiName}
              row={row}
              locked={locked[row.apiName]}
              checked={checked[row.apiName]}
              largest={largest}
              ports={ports}
            />
          ))}
        </tbody>
      </table>
      {!found.length && <p class="muted">{t('settings.noModuleFound', { text: search })}</p>}
      <OverviewFindings ports={ports} />
      {saidBy && <p class="muted overview-source">{t(`settings.overview.saidBy.${saidBy}`)}</p>}
    </div>
  );
}
