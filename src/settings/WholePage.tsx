import { Icon } from '../ui/Icon';
import { errorText } from './error-text';
import type { SettingsActions } from './settings-actions';
import type { SettingsContext } from './settings-context';
import type { ModulesShown, SettingsState } from './settings-state';

interface WholePageProps {
  readonly state: Exclude<SettingsState, ModulesShown>;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

/** The states in which there are no modules to show: what is the matter, whom to ask, and Retry where that may help. */
export function WholePage({ state, ui, actions }: WholePageProps) {
  const { t } = ui;
  switch (state.kind) {
    case 'connecting':
      return (
        <main class="pane">
          <div class="waiting" aria-busy="true">
            <h1>{t('settings.title')}</h1>
            <p class="muted">{t(state.slow ? 'settings.slow' : 'settings.loading')}</p>
            <div class="outline" />
            <div class="outline" />
          </div>
        </main>
      );
    case 'hostProblem': {
      const retry = state.problem === 'sdkBlocked' || state.problem === 'hostSilent';
      return (
        <Message
          title={t(`settings.host.${state.problem}`)}
          help={t(`settings.host.${state.problem}Help`)}
          retry={retry ? actions.retryHost : undefined}
          ui={ui}
        />
      );
    }
    case 'refused':
      return (
        <Message
          title={t(`settings.refused.${state.why}`)}
          help={t(`settings.refused.${state.why}Help`)}
          retry={actions.retry}
          ui={ui}
        />
      );
    case 'failed':
      return (
        <Message
          title={t('settings.failed')}
          help={errorText(ui, state.error)}
          retry={actions.retry}
          busy={state.busy}
          ui={ui}
        />
      );
  }
}

interface MessageProps {
  readonly title: string;
  readonly help: string;
  readonly retry: (() => void) | undefined;
  readonly busy?: boolean;
  readonly ui: SettingsContext;
}

function Message({ title, help, retry, busy, ui }: MessageProps) {
  return (
    <main class="pane">
      <div class="whole">
        <span class="mark">
          <Icon name="none" />
        </span>
        <h1>{title}</h1>
        <p>{help}</p>
        {retry && (
          <button type="button" class="button" aria-disabled={busy === true} onClick={retry}>
            {ui.t('common.retry')}
          </button>
        )}
      </div>
    </main>
  );
}
