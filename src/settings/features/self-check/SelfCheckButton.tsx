import { useState } from 'preact/hooks';
import type { HostFacts } from '../../../base/host';
import type { Send } from '../../../crm/transport';
import { later } from '../../context/later';
import { useWords } from '../../context/words';

/** What the self-check asks. */
export interface SelfCheckPorts {
  readonly send: Send;
  /** What is known of the CRM page around this one, now. */
  facts(): HostFacts;
}

interface SelfCheckButtonProps {
  /** API name of the module whose parts are tried; Leads, which every organisation has, where none is known. */
  readonly module?: string | undefined;
  readonly ports: SelfCheckPorts;
}

const SelfCheck = later(async () => (await import('./SelfCheck')).SelfCheck);

/** The button that opens the self-check. */
export function SelfCheckButton({ module = 'Leads', ports }: SelfCheckButtonProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div class="self-check">
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t('settings.check.title')}
      </button>
      {open && (
        <SelfCheck send={ports.send} facts={ports.facts} module={module} onCancel={() => setOpen(false)} />
      )}
    </div>
  );
}
