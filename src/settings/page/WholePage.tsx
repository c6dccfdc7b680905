import { useWords } from '../context/words';
import type { ModulesShown, SettingsState } from '../editing/page-state';
import { SelfCheckButton, type SelfCheckPorts } from '../features/self-check/SelfCheckButton';
import { errorText } from '../words/error-text';
import { Message } from './Message';
import { OverviewOutline } from './OverviewOutline';

interface WholePageProps {
  readonly state: Exclude<SettingsState, ModulesShown>;
  readonly retry: () => void;
  readonly retryHost: () => void;
  readonly check: SelfCheckPorts;
}

/** The states in which there are no modules to show: what is the matter, whom to ask, and Retry where that may help. */
export function WholePage({ state, retry, retryHost, check }: WholePageProps) {
  const words = useWords();
  const { t } = words;
  const more = <SelfCheckButton ports={check} />;
  switch (state.kind) {
    case 'connecting':
      return <OverviewOutline slow={state.slow} />;
    case 'hostProblem': {
      const may = state.problem === 'sdkBlocked' || state.problem === 'hostSilent';
      return (
        <Message title={t(`settings.host.${state.problem}`)} retry={may ? retryHost : undefined} more={more}>
          {t(`settings.host.${state.problem}Help`)}
        </Message>
      );
    }
    case 'refused':
      return (
        <Message title={t(`settings.refused.${state.why}`)} retry={retry} more={more}>
          {t(`settings.refused.${state.why}Help`)}
        </Message>
      );
    case 'failed':
      return (
        <Message title={t('settings.failed')} retry={retry} busy={state.busy} more={more}>
          {errorText(words, state.error)}
        </Message>
      );
  }
}
