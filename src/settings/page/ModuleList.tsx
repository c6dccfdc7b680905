import { useRows } from '../../ui/use-rows';
import { useStore } from '../../ui/use-store';
import { wholeText } from '../../ui/whole-text';
import { useWords } from '../context/words';
import { isLockable, type ModuleRow, searchModules } from '../editing/module-row';
import { modulesShown, OVERVIEW, type SettingsState } from '../editing/page-state';
import type { Page } from '../editing/page-store';
import { SelfCheckButton, type SelfCheckPorts } from '../features/self-check/SelfCheckButton';
import { errorText } from '../words/error-text';
import { ModuleState } from '../words/ModuleState';

interface PageProps {
  readonly page: Page;
}

interface ModuleListProps extends PageProps {
  readonly check: SelfCheckPorts;
}

/** The modules with their states. Where there is no room beside the editor, the list folds behind a button. */
export function ModuleList({ page, check }: ModuleListProps) {
  const { t } = useWords();
  const { commands } = page;
  const unfolded = useStore(page.state, (state) => modulesShown(state)?.unfolded === true);
  const search = useStore(page.state, (state) => modulesShown(state)?.search ?? '');
  return (
    <nav class={unfolded ? 'modules' : 'modules folded'} aria-label={t('settings.modules')}>
      <button
        type="button"
        class="button fold"
        aria-expanded={unfolded}
        aria-controls="module-list"
        onClick={() => commands.unfold(!unfolded)}
      >
        {t(unfolded ? 'settings.foldModules' : 'settings.otherModules')}
      </button>
      <div id="module-list" class="module-list">
        <input
          type="search"
          class="field"
          aria-label={t('settings.searchModules')}
          placeholder={t('settings.searchModules')}
          value={search}
          onInput={(event) => commands.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && search.trim()) links()[0]?.click();
            else if (event.key !== 'ArrowDown') return;
            else links()[0]?.focus();
            event.preventDefault();
          }}
        />
        <Progress page={page} />
        {!search && <OverviewLink page={page} />}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside. */}
        <div class="found" onKeyDown={walk}>
          <Lockable page={page} />
        </div>
        <NotLockable page={page} />
        <CheckButton page={page} check={check} />
      </div>
    </nav>
  );
}

const links = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('#module-list .found a'),
];

/** The arrow keys go from one module to the next, and back into the search. */
function walk(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all: readonly (Element | null)[] = links();
  const at = all.indexOf(document.activeElement);
  if (step === undefined || at < 0) return;
  const next = at + step;
  const search = document.querySelector<HTMLElement>('#module-list input');
  const to = next < 0 ? search : all[next];
  if (to instanceof HTMLElement) to.focus();
  event.preventDefault();
}

const rowsOf = (state: SettingsState): readonly ModuleRow[] => modulesShown(state)?.modules ?? [];

const found = (state: SettingsState): readonly ModuleRow[] =>
  searchModules(rowsOf(state), modulesShown(state)?.search ?? '');

/** The modules that the search leaves, as one text, since a list would be another one each time. */
const foundNames = (state: SettingsState, lockable: boolean): string =>
  found(state)
    .filter((row) => isLockable(row) === lockable)
    .map(({ apiName }) => apiName)
    .join(' ');

const namesIn = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** How far the states have been read; the place stays when all are. */
function Progress({ page }: PageProps) {
  const { t } = useWords();
  const count = useStore(page.state, (state) => rowsOf(state).filter(isLockable).length);
  const read = useStore(
    page.state,
    (state) => rowsOf(state).filter((row) => isLockable(row) && row.status.kind !== 'waiting').length,
  );
  const shown = useStore(page.state, (state) => found(state).filter(isLockable).length);
  const done = read === count;
  return (
    <div class={done ? 'progress done' : 'progress'}>
      <small class="muted">
        {done
          ? t('settings.moduleCount', { count: shown })
          : t('settings.readingModules', { done: read, count })}
      </small>
      {!done && <progress aria-label={t('settings.readingStates')} max={count} value={read} />}
    </div>
  );
}

/** The way back to the overview. What is searched for is a module, so it gives way to those. */
function OverviewLink({ page }: PageProps) {
  const { t } = useWords();
  const shown = useStore(page.state, (state) => modulesShown(state)?.current === null);
  return (
    <a
      class="all-modules"
      href={`#${OVERVIEW}`}
      aria-current={shown ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        page.commands.choose(OVERVIEW);
      }}
    >
      {t('settings.overview.all')}
    </a>
  );
}

function Lockable({ page }: PageProps) {
  const { t } = useWords();
  const names = useStore(page.state, (state) => foundNames(state, true));
  const none = useStore(page.state, (state) => !found(state).length);
  const text = useStore(page.state, (state) => modulesShown(state)?.search ?? '');
  const rows = useRows(namesIn(names), (name) => <Row key={name} name={name} page={page} />);
  return (
    <>
      <ul>{rows}</ul>
      {none && <p class="muted none">{t('settings.noModuleFound', { text })}</p>}
    </>
  );
}

function NotLockable({ page }: PageProps) {
  const { t } = useWords();
  const names = namesIn(useStore(page.state, (state) => foundNames(state, false)));
  const rows = useStore(page.state, rowsOf).filter(({ apiName }) => names.includes(apiName));
  if (!rows.length) return null;
  return (
    <details>
      <summary>{t('settings.notLockable', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ apiName, label, support }) => (
          <li key={apiName} class="not-lockable">
            <bdi title={wholeText(label)}>{label}</bdi>
            <small class="muted">
              {t(support === 'extension' ? 'settings.madeByExtension' : 'settings.notByZoho')}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The self-check tries the open module, else the first one. */
function CheckButton({ page, check }: ModuleListProps) {
  const module = useStore(
    page.state,
    (state) => modulesShown(state)?.current ?? rowsOf(state).find(isLockable)?.apiName,
  );
  return <SelfCheckButton module={module} ports={check} />;
}

function Row({ name, page }: PageProps & { readonly name: string }) {
  const words = useWords();
  const row = useStore(page.state, (state) => rowsOf(state).find(({ apiName }) => apiName === name));
  const current = useStore(page.state, (state) => modulesShown(state)?.current === name);
  if (!row) return null;
  const { status, label } = row;
  return (
    <li>
      <a
        href={`#${name}`}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          page.commands.choose(name);
        }}
      >
        <bdi title={wholeText(label)}>{label}</bdi>{' '}
        <small>{status.kind === 'known' && <ModuleState of={status.summary} />}</small>
      </a>
      {status.kind === 'failed' && (
        <p class="row-failed">
          <span title={errorText(words, status.error)}>{words.t('settings.notRead')}</span>
          <button
            type="button"
            class="link"
            aria-label={words.t('settings.readAgain', { module: label })}
            onClick={() => page.commands.readStatus(name)}
          >
            {words.t('common.retry')}
          </button>
        </p>
      )}
    </li>
  );
}
