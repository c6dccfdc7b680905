import { useMemo } from 'preact/hooks';
import type { Field } from '../../../locking/configuration/fields';
import { itemsOf } from '../../editing/editor-state';
import { createSearch } from '../../editing/search';
import { RulesEditor } from '../../features/rules/RulesEditor';
import { isReadOnly, type SectionProps } from '../editor-view';

const NONE: readonly Field[] = [];

/** The rules, where the lock type has a use for them or the module has some all the same. */
export function RulesSection({ state, store, ui, problems }: SectionProps) {
  const { draft } = state;
  const { base, settings } = draft;
  const search = useMemo(() => createSearch(store.send), [store]);
  const counting = useMemo(() => ({ send: store.send, openRecord: store.openRecord }), [store]);
  const left = base?.settings.lockType === 'manual' && base.rules.length > 0;
  if (settings.lockType === 'manual' && !left && !settings.opaque.includes('locking_rules')) return null;
  return (
    <RulesEditor
      draft={draft}
      onChange={store.edit}
      module={store.module}
      fields={itemsOf(state.fields) ?? NONE}
      limits={store.limits}
      problems={problems}
      readOnly={isReadOnly(state)}
      newKey={store.newKey}
      ui={ui}
      search={search}
      counting={counting}
    />
  );
}
