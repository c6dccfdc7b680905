import { Question } from '../ui/Question';
import type { OpenEditor } from './editor/open-editor';
import { ModuleList } from './modules/ModuleList';
import type { SettingsActions } from './settings-actions';
import type { SettingsContext } from './settings-context';
import type { ModulesShown, SettingsState } from './settings-state';
import { Waiting } from './Waiting';
import { WholePage } from './WholePage';

interface SettingsPageProps {
  readonly state: SettingsState;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
  /** The open module's editor; null while its file is on its way, `failed` when that did not come. */
  readonly editor: OpenEditor | 'failed' | null;
}

/** The whole settings page: modules at the side, the open one's editor, and the bar that saves. */
export function SettingsPage({ state, ui, actions, editor }: SettingsPageProps) {
  const shown = state.kind === 'modules' ? state : null;
  const open = editor === 'failed' || editor?.module !== shown?.current ? null : editor;
  const announcement = shown?.announcement;
  return (
    <div class={shown ? 'settings with-modules' : 'settings'} dir={ui.direction}>
      {shown && <ModuleList state={shown} ui={ui} actions={actions} />}
      {state.kind === 'modules' ? (
        <main class="pane">
          {open ? (
            open.view(ui)
          ) : (
            <NoEditor state={state} failed={editor === 'failed'} ui={ui} actions={actions} />
          )}
        </main>
      ) : (
        <WholePage state={state} ui={ui} actions={actions} />
      )}
      <footer class="bar">
        {shown && open?.bar(ui, shown.unsaved)}
        <p role="status" class={announcement ? `status ${announcement}` : 'status'}>
          {announcement && ui.t(`settings.status.${announcement}`)}
        </p>
      </footer>
      {shown?.leavingTo && <LeaveQuestion state={shown} ui={ui} actions={actions} />}
    </div>
  );
}

interface PartProps {
  readonly state: ModulesShown;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

function NoEditor({ state, failed, ui, actions }: PartProps & { readonly failed: boolean }) {
  const module = state.modules.find((row) => row.apiName === state.current);
  if (!module)
    return (
      <div class="whole">
        <h1>{ui.t('settings.title')}</h1>
        <p>{ui.t('settings.chooseModule')}</p>
      </div>
    );
  if (!failed) return <Waiting label={module.label} slow={false} ui={ui} />;
  return (
    <div class="whole">
      <h1>
        <bdi>{module.label}</bdi>
      </h1>
      <p>{ui.t('settings.editorFailed')}</p>
      <button type="button" class="button" onClick={actions.retryEditor}>
        {ui.t('common.retry')}
      </button>
    </div>
  );
}

function LeaveQuestion({ state, ui, actions }: PartProps) {
  const { t } = ui;
  const label = state.modules.find((row) => row.apiName === state.current)?.label ?? '';
  return (
    <Question title={t('settings.leaveTitle', { module: label })} onCancel={actions.stay}>
      <p>{t('settings.leaveHelp')}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={actions.stay}>
          {t('settings.stay')}
        </button>
        <button type="button" class="button danger" onClick={actions.leave}>
          {t('settings.leave')}
        </button>
      </div>
    </Question>
  );
}
