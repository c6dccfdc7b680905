import { useState } from 'preact/hooks';
import type { SettingsActions } from '../settings-actions';
import type { SettingsContext } from '../settings-context';

interface DoorProps {
  /** API name of the module whose parts are tried; Leads, which every organisation has, where none is known. */
  readonly module?: string | undefined;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

type View = typeof import('./SelfCheck')['SelfCheck'];

/** The button that opens the self-check, whose file is loaded with the first press. */
export function SelfCheckDoor({ module = 'Leads', ui, actions }: DoorProps) {
  const { t } = ui;
  const [view, setView] = useState<{ readonly Open: View } | 'closed' | 'loading' | 'failed'>('closed');
  const open = async (): Promise<void> => {
    setView('loading');
    try {
      const { SelfCheck } = await import('./SelfCheck');
      setView({ Open: SelfCheck });
    } catch {
      setView('failed');
    }
  };
  return (
    <div class="self-check">
      <button type="button" class="link" aria-disabled={view === 'loading'} onClick={open}>
        {t('settings.check.title')}
      </button>
      {view === 'failed' && (
        <p class="problem" role="alert">
          {t('settings.editorFailed')}
        </p>
      )}
      {typeof view === 'object' && (
        <view.Open
          send={actions.send}
          module={module}
          facts={actions.facts}
          ui={ui}
          onClose={() => setView('closed')}
        />
      )}
    </div>
  );
}
