import { useState } from 'preact/hooks';
import { later } from '../../deferred';
import type { SettingsActions } from '../../page/settings-actions';
import type { SettingsContext } from '../../words/words';

interface DoorProps {
  /** API name of the module whose parts are tried; Leads, which every organisation has, where none is known. */
  readonly module?: string | undefined;
  readonly ui: SettingsContext;
  readonly actions: SettingsActions;
}

const SelfCheck = later(async () => (await import('./SelfCheck')).SelfCheck);

/** The button that opens the self-check. */
export function SelfCheckButton({ module = 'Leads', ui, actions }: DoorProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="self-check">
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {ui.t('settings.check.title')}
      </button>
      {open && (
        <SelfCheck
          send={actions.send}
          module={module}
          facts={actions.facts}
          ui={ui}
          onCancel={() => setOpen(false)}
        />
      )}
    </div>
  );
}
