import type { Editing } from '../../editing/editor-state';
import type { EditorStore } from '../../editing/editor-store';
import type { SettingsContext } from '../../words/words';

/** What is done with a whole configuration. */
export type Transferring = 'copy' | 'export' | 'import';

/** What every dialog here gets. */
export interface TransferProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
  readonly onCancel: () => void;
}
