import {
  type ExportedConfiguration,
  exportConfiguration,
} from '../../../locking/transfer/export/export-configuration';
import { type Editing, itemsOf } from '../../editing/editor-state';
import type { EditorStore } from '../../editing/editor-store';

/** The open module's configuration as it is saved, with the names that are known of it; null when there is none. */
export function exportOpen({ draft, ...lists }: Editing, store: EditorStore): ExportedConfiguration | null {
  return (
    draft.base &&
    exportConfiguration(draft.base, {
      module: store.module,
      fields: itemsOf(lists.fields),
      profiles: itemsOf(lists.profiles),
      buttons: itemsOf(lists.buttons),
      now: new Date(store.now()).toISOString(),
    })
  );
}
