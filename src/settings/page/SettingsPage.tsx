import { Dialog } from '../../ui/Dialog';
import type { ModulesShown, SettingsState } from '../editing/page-state';
import type { OpenEditor } from '../editor/open-editor';
import type { SettingsContext } from '../words/words';
import { Message } from './Message';
import { ModuleList } from './ModuleList';
import type { SettingsActions } from './settings-actions';
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
  // While nothing else is to be said, or what is being saved takes long for it.
  const limited = shown && ui.limited && (!announcement || announcement === 'saving');
  return (
    <div class={shown ? 'settings with-modules' : 'settings'} dir={ui.direction}>
      {shown && (
        <ModuleList
          modules={shown.modules}
          search={shown.search}
          unfolded={shown.unfolded}
          current={shown.current}
          ui={ui}
          actions={actions}
        />
      )}
      <main class="pane">
        {state.kind !== 'modules' ? (
          <WholePage state={state} ui={ui} actions={actions} />
        ) : open ? (
          open.view(ui)
        ) : (
          <NoEditor state={state} failed={editor === 'failed'} ui={ui} actions={actions} />
        )}
      </main>
      <footer class="bar">
        {shown && open?.bar(ui)}
        <p role="status" class={announcement ? `status ${announcement}` : 'status'}>
          {limited ? ui.t('common.limited') : announcement && ui.t(`settings.status.${announcement}`)}
        </p>
      </footer>
      {shown?.leavingTo && <LeaveDialog state={shown} ui={ui} actions={actions} />}
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
      <Message title={ui.t('settings.title')} ui={ui}>
        {ui.t('settings.chooseModule')}
      </Message>
    );
  if (!failed) return <Waiting label={module.label} slow={false} ui={ui} />;
  return (
    <Message title={module.label} retry={actions.retryEditor} ui={ui}>
      {ui.t('common.partFailed')}
    </Message>
  );
}

function LeaveDialog({ state, ui, actions }: PartProps) {
  const { t } = ui;
  const label = state.modules.find((row) => row.apiName === state.current)?.label ?? '';
  return (
    <Dialog title={t('settings.leaveTitle', { module: label })} onCancel={actions.stay}>
      <p>{t('settings.leaveHelp')}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={actions.stay}>
          {t('settings.stay')}
        </button>
        <button type="button" class="button danger" onClick={actions.leave}>
          {t('settings.leave')}
        </button>
      </div>
    </Dialog>
  );
}
