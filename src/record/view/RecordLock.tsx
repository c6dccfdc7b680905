import type { RecordState } from '../start/record-state';
import { LockPanel } from './LockPanel';
import { StatusHeader } from './StatusHeader';
import { delayText, ErrorDetails, errorText } from './texts';
import type { DeferredViews, RecordCommands, RecordProps, ViewContext } from './view-context';

/** The whole page: one view for every state. `deferred`: what is loaded after the status is shown, null until then. */
export function RecordLock(props: RecordProps<RecordState> & { deferred: DeferredViews | null }) {
  const { state, commands, deferred, ui } = props;
  return (
    <section
      class={isStuck(state) ? 'widget low' : 'widget'}
      aria-label={ui.t('record.title')}
      dir={ui.direction}
    >
      {state.kind === 'record' ? (
        <LockPanel state={state} commands={commands} deferred={deferred} ui={ui} />
      ) : (
        <NoLock state={state} commands={commands} ui={ui} />
      )}
    </section>
  );
}

/** Nobody answers, so nobody can be asked for more height either: the page has to do with the frame as it is. */
const isStuck = (state: RecordState): boolean =>
  state.kind === 'hostProblem' && (state.problem === 'sdkBlocked' || state.problem === 'hostSilent');

type WithoutLock = Exclude<RecordState, { kind: 'record' }>;

/** The states without a lock to show: what is the matter, what to do, and Retry where asking again may help. */
function NoLock({ state, commands, ui }: RecordProps<WithoutLock>) {
  const { title, help, retry } = contentOf(state, commands, ui);
  return (
    <>
      <StatusHeader
        tone={state.kind === 'connecting' ? 'waiting' : retry ? 'bad' : 'plain'}
        title={title}
        help={help}
      />
      {state.kind === 'connecting' && <div class="skeleton" />}
      {state.kind === 'failed' && <ErrorDetails error={state.error} action="read" ui={ui} />}
      {retry && (
        <div class="row">
          <button
            type="button"
            class="button"
            aria-disabled={state.kind === 'failed' && state.busy}
            onClick={retry}
          >
            {ui.t('common.retry')}
          </button>
        </div>
      )}
    </>
  );
}

interface Content {
  title: string;
  help: string;
  retry?: (() => void) | undefined;
}

function contentOf(state: WithoutLock, commands: RecordCommands, ui: ViewContext): Content {
  const { t } = ui;
  const texts = (key: string, retry?: () => void) => ({
    title: t(`record.${key}`),
    help: t(`record.${key}Help`),
    retry,
  });
  switch (state.kind) {
    case 'connecting':
      return { title: t('record.connecting'), help: delayText(state.slow, ui) ?? '\u00a0' };
    case 'hostProblem':
      return texts(state.problem, isStuck(state) ? commands.retryHost : undefined);
    case 'noRecord':
      return texts('noRecord');
    case 'severalRecords':
      return {
        title: t('record.severalRecords', { count: state.count }),
        help: t('record.severalRecordsHelp'),
      };
    case 'notConfigured': {
      const { mayConfigure } = state;
      const help =
        mayConfigure === null ? 'someoneConfigures' : mayConfigure ? 'mayConfigure' : 'mayNotConfigure';
      return { title: t('record.notConfigured'), help: t(`record.${help}`) };
    }
    case 'failed': {
      const { kind } = state.error;
      // Asking again would only cost another call.
      const final = kind === 'notSupported' || kind === 'edition';
      return {
        title: t(`record.${final ? kind : 'failed'}`),
        help: (state.busy && delayText(false, ui)) || errorText(ui, state.error, 'read'),
        retry: final ? undefined : commands.refresh,
      };
    }
  }
}
