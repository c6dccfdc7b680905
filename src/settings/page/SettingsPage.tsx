import { useStore } from '../../ui/use-store';
import { later } from '../context/later';
import { useWords } from '../context/words';
import { modulesShown } from '../editing/page-state';
import type { Page } from '../editing/page-store';
import type { OverviewPorts } from '../features/overview/overview-ports';
import type { SelfCheckPorts } from '../features/self-check/SelfCheckButton';
import type { BackupPorts } from '../features/transfer/backup/backup-ports';
import type { EditorSession } from './editor-session';
import { useLimited } from './limited';
import { ModuleList } from './ModuleList';
import { ModulesOutline } from './OverviewOutline';
import { Pane } from './Pane';
import { WholePage } from './WholePage';

export interface SettingsPageProps {
  readonly page: Page;
  readonly session: EditorSession;
  readonly check: SelfCheckPorts;
  readonly overview: OverviewPorts;
  readonly backup: BackupPorts;
  /** Starts over after a problem with the host. */
  readonly retryHost: () => void;
}

/** The whole settings page: modules at the side, the open one's editor, and the bar that saves. */
export function SettingsPage(props: SettingsPageProps) {
  const { page, session, check, overview, backup } = props;
  const { direction } = useWords();
  const listed = useStore(page.state, (state) => state.kind === 'modules');
  const connecting = useStore(page.state, (state) => state.kind === 'connecting');
  return (
    <div class={listed || connecting ? 'settings with-modules' : 'settings'} dir={direction}>
      {listed ? <ModuleList page={page} check={check} /> : connecting && <ModulesOutline />}
      <main class="pane">
        {listed ? (
          <Pane page={page} session={session} overview={overview} backup={backup} />
        ) : (
          <NoModules {...props} />
        )}
      </main>
      <footer class="bar">
        {listed && <EditorBar session={session} />}
        <Status page={page} />
      </footer>
      {listed && <Leaving page={page} session={session} />}
    </div>
  );
}

function NoModules({ page, check, retryHost }: SettingsPageProps) {
  const state = useStore(page.state, (now) => now);
  return state.kind === 'modules' ? null : (
    <WholePage state={state} retry={page.commands.retry} retryHost={retryHost} check={check} />
  );
}

function EditorBar({ session }: Pick<SettingsPageProps, 'session'>) {
  const Bar = useStore(session.state, (state) => (state.kind === 'open' ? state.editor.Bar : null));
  return Bar && <Bar />;
}

/** The page's one live region. */
function Status({ page }: Pick<SettingsPageProps, 'page'>) {
  const { t } = useWords();
  const listed = useStore(page.state, (state) => state.kind === 'modules');
  const announcement = useStore(page.state, (state) => modulesShown(state)?.announcement);
  const calls = useLimited();
  // While nothing else is to be said, or what is being saved takes long for it.
  const limited = listed && calls && (!announcement || announcement === 'saving');
  return (
    <p role="status" class={announcement ? `status ${announcement}` : 'status'}>
      {limited ? t('common.limited') : announcement && t(`settings.status.${announcement}`)}
    </p>
  );
}

/** Only what an editor holds can be lost, so this comes with the editors. */
const LeaveDialog = later(async () => (await import('./LeaveDialog')).LeaveDialog);

function Leaving({ page, session }: Pick<SettingsPageProps, 'page' | 'session'>) {
  const leaving = useStore(page.state, (state) => (modulesShown(state)?.leavingTo ?? null) !== null);
  return leaving ? <LeaveDialog page={page} onLeave={session.leave} onCancel={page.commands.stay} /> : null;
}
