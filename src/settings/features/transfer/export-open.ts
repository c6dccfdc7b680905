import {
  type ExportedConfiguration,
  exportConfiguration,
} from '../../../locking/transfer/export/export-configuration';
import type { Editor } from '../../editing/editor';
import { listsOf } from '../../words/item-name';

/** The open module's configuration as it is saved, with the names that are known of it; null when there is none. */
export function exportOpen({ module, state }: Editor, now: () => number): ExportedConfiguration | null {
  const editing = state.getState();
  const { base } = editing.draft;
  return (
    base && exportConfiguration(base, { module, ...listsOf(editing), now: new Date(now()).toISOString() })
  );
}
