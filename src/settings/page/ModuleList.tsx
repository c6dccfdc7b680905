import { memo } from '../../ui/memo';
import { wholeText } from '../../ui/whole-text';
import { isLockable, type ModuleRow, searchModules } from '../editing/module-row';
import type { ModulesShown } from '../editing/page-state';
import { SelfCheckButton } from '../features/self-check/SelfCheckButton';
import { errorText } from '../words/error-text';
import { ModuleState } from '../words/ModuleState';
import type { SettingsContext } from '../words/words';
import type { SettingsActions } from './settings-actions';

interface ListProps extends Pick<ModulesShown, 'modules' | 'search' | 'unfolded' | 'current'> {
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

/** The modules with their states. Where there is no room beside the editor, the list folds behind a button. */
export const ModuleList = memo(function ModuleList(props: ListProps) {
  const { modules, search, unfolded, current, ui, actions } = props;
  const { t } = ui;
  const found = searchModules(modules, search);
  const lockable = found.filter(isLockable);
  const others = found.filter((row) => !isLockable(row));
  const open = modules.find((row) => row.apiName === current);
  return (
    <nav class={unfolded ? 'modules' : 'modules folded'} aria-label={t('settings.modules')}>
      <button
        type="button"
        class="button fold"
        aria-expanded={unfolded}
        aria-controls="module-list"
        onClick={() => actions.unfold(!unfolded)}
      >
        <bdi>{open?.label ?? t('settings.modules')}</bdi>
        <span class="muted">{t(unfolded ? 'settings.foldModules' : 'settings.otherModules')}</span>
      </button>
      <div id="module-list" class="module-list">
        <input
          type="search"
          class="field"
          aria-label={t('settings.searchModules')}
          placeholder={t('settings.searchModules')}
          value={search}
          onInput={(event) => actions.search(event.currentTarget.value)}
        />
        <Progress rows={modules.filter(isLockable)} ui={ui} />
        <ul>
          {lockable.map((row) => (
            <Row key={row.apiName} row={row} current={row.apiName === current} ui={ui} actions={actions} />
          ))}
        </ul>
        {found.length === 0 && <p class="muted none">{t('settings.noModuleFound', { text: search })}</p>}
        {others.length > 0 && (
          <details>
            <summary>{t('settings.notLockable', { count: others.length })}</summary>
            <ul>
              {others.map((row) => (
                <li key={row.apiName} class="not-lockable">
                  <bdi title={wholeText(row.label)}>{row.label}</bdi>
                  <small class="muted">
                    {t(row.support === 'extension' ? 'settings.madeByExtension' : 'settings.notByZoho')}
                  </small>
                </li>
              ))}
            </ul>
          </details>
        )}
        <SelfCheckButton module={current ?? lockable[0]?.apiName} ui={ui} actions={actions} />
      </div>
    </nav>
  );
});

/** How far the states have been read; the place stays when all are. */
function Progress({ rows, ui }: Pick<ListProps, 'ui'> & { readonly rows: readonly ModuleRow[] }) {
  const read = rows.filter(({ status }) => status.kind !== 'waiting').length;
  const done = read === rows.length;
  return (
    <div class={done ? 'progress done' : 'progress'}>
      <small class="muted">
        {done
          ? ui.t('settings.moduleCount', { count: rows.length })
          : ui.t('settings.readingModules', { done: read, count: rows.length })}
      </small>
      {!done && <progress aria-label={ui.t('settings.readingStates')} max={rows.length} value={read} />}
    </div>
  );
}

interface RowProps {
  readonly row: ModuleRow;
  readonly current: boolean;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

function Row({ row, current, ui, actions }: RowProps) {
  const { status, apiName, label } = row;
  return (
    <li>
      <a
        href={`#${apiName}`}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          actions.choose(apiName);
        }}
      >
        <bdi title={wholeText(label)}>{label}</bdi>{' '}
        <small>{status.kind === 'known' && <ModuleState of={status.summary} ui={ui} />}</small>
      </a>
      {status.kind === 'failed' && (
        <p class="row-failed">
          <span title={errorText(ui, status.error)}>{ui.t('settings.notRead')}</span>
          <button
            type="button"
            class="link"
            aria-label={ui.t('settings.readAgain', { module: label })}
            onClick={() => actions.readStatus(apiName)}
          >
            {ui.t('common.retry')}
          </button>
        </p>
      )}
    </li>
  );
}
