import type { ModulesShown, SettingsState } from '../editing/page-state';
import { SelfCheckButton } from '../features/self-check/SelfCheckButton';
import { errorText } from '../words/error-text';
import type { SettingsContext } from '../words/words';
import { Message } from './Message';
import type { SettingsActions } from './settings-actions';
import { Waiting } from './Waiting';

interface WholePageProps {
  readonly state: Exclude<SettingsState, ModulesShown>;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

/** The states in which there are no modules to show: what is the matter, whom to ask, and Retry where that may help. */
export function WholePage({ state, ui, actions }: WholePageProps) {
  const { t } = ui;
  const more = <SelfCheckButton ui={ui} actions={actions} />;
  switch (state.kind) {
    case 'connecting':
      return <Waiting label={t('settings.title')} slow={state.slow} ui={ui} />;
    case 'hostProblem': {
      const retry = state.problem === 'sdkBlocked' || state.problem === 'hostSilent';
      return (
        <Message
          title={t(`settings.host.${state.problem}`)}
          retry={retry ? actions.retryHost : undefined}
          more={more}
          ui={ui}
        >
          {t(`settings.host.${state.problem}Help`)}
        </Message>
      );
    }
    case 'refused':
      return (
        <Message title={t(`settings.refused.${state.why}`)} retry={actions.retry} more={more} ui={ui}>
          {t(`settings.refused.${state.why}Help`)}
        </Message>
      );
    case 'failed':
      return (
        <Message title={t('settings.failed')} retry={actions.retry} busy={state.busy} more={more} ui={ui}>
          {errorText(ui, state.error)}
        </Message>
      );
  }
}
