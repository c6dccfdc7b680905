import type { RecordState } from '../start/record-state';
import { delayText } from './delay-text';
import { errorText } from './error-text';
import { LockPanel } from './LockPanel';
import { StatusHeader } from './StatusHeader';
import type { ViewContext } from './view-context';

/** The whole widget: one view for every state. */
export function RecordLock({ state, ui }: { state: RecordState; ui: ViewContext }) {
  return (
    <section class="widget" aria-label={ui.t('record.title')} dir={ui.direction}>
      {state.kind === 'record' ? <LockPanel state={state} ui={ui} /> : <NoLock state={state} ui={ui} />}
    </section>
  );
}

/** The states without a lock to show: what is the matter, what to do, and Retry where asking again may help. */
function NoLock({ state, ui }: { state: Exclude<RecordState, { kind: 'record' }>; ui: ViewContext }) {
  const { title, help, retry } = contentOf(state, ui);
  return (
    <>
      <StatusHeader
        tone={state.kind === 'connecting' ? 'waiting' : retry ? 'bad' : 'plain'}
        title={title}
        help={help}
      />
      {state.kind === 'connecting' && <div class="skeleton" />}
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

function contentOf(state: Exclude<RecordState, { kind: 'record' }>, ui: ViewContext): Content {
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
      return texts(
        state.problem,
        state.problem === 'sdkBlocked' || state.problem === 'hostSilent' ? ui.retryHost : undefined,
      );
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
        help: (state.busy && delayText(false, ui)) || errorText(ui, state.error),
        retry: final ? undefined : ui.refresh,
      };
    }
  }
}
