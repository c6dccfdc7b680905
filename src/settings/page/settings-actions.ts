import type { HostFacts } from '../../base/host';
import type { SettingsStore } from '../editing/page-store';

/** What the views of the page can ask for. */
export interface SettingsActions
  extends Pick<SettingsStore, 'send' | 'search' | 'unfold' | 'choose' | 'stay' | 'readStatus' | 'retry'> {
  /** Drops the unsaved changes and opens the module that was asked for. */
  leave(): void;
  /** Starts over after a problem with the host. */
  retryHost(): void;
  /** What is known of the CRM page around this one, now. */
  facts(): HostFacts;
  /** Loads the editor's file again. */
  retryEditor(): void;
}
