import type { Editing } from '../editor/editor-state';
import type { EditorStore } from '../editor/editor-store';
import type { SettingsContext } from '../settings-context';

/** What every dialog here gets. */
export interface CarryProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
  readonly onCancel: () => void;
}
