import type { Configuration } from '../../locking/configuration/model';
import { wholeText } from '../../ui/whole-text';
import type { Editing } from '../editing/editor-state';
import type { EditorStore } from '../editing/editor-store';
import { TransferButtons } from '../features/transfer/TransferButtons';
import { lastChange } from '../words/last-change';
import type { SettingsContext } from '../words/words';

interface EditorHeaderProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
}

/** Whose configuration this is, what it says in a line as it is saved, who changed it last, and ways to carry it elsewhere. */
export function EditorHeader({ state, store, ui }: EditorHeaderProps) {
  const { base } = state.draft;
  return (
    <header class="editor-header">
      <h1 id="configuration" tabIndex={-1}>
        <bdi title={wholeText(store.module.label)}>{store.module.label}</bdi>
      </h1>
      <p class="muted">
        {summary(base, ui)} {base && lastChange(base, 'settings.changed', ui)}
      </p>
      <TransferButtons state={state} store={store} ui={ui} />
    </header>
  );
}

const TYPES = ['manual', 'automatic', 'both'];

function summary(base: Configuration | null, { t }: SettingsContext): string {
  if (!base) return t('settings.summary.none');
  const { lockType } = base.settings;
  if (!lockType) return t('settings.summary.missing');
  return TYPES.includes(lockType)
    ? t(`settings.summary.${lockType}`, { count: base.rules.length })
    : t('settings.summary.unknown', { type: lockType });
}
