import type { Field } from '../../locking/configuration/fields';
import { later } from '../deferred';
import { countChanges } from '../editing/count-changes';
import { type Editing, itemsOf } from '../editing/editor-state';
import type { EditorStore } from '../editing/editor-store';
import { canSave, type Saving } from '../editing/saving';
import type { SettingsContext } from '../words/words';

const SaveImpact = later(async () => (await import('../impact/SaveImpact')).SaveImpact);
const NONE: readonly Field[] = [];

interface SaveBarProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly saving: Saving;
  readonly unsaved: boolean;
  readonly ui: SettingsContext;
}

/** Saving, discarding, deleting; always in sight. Buttons that cannot be used now keep their place and the focus. */
export function SaveBar({ state, store, saving, unsaved, ui }: SaveBarProps) {
  const { t } = ui;
  const { base } = state.draft;
  if (base?.systemDefined) return <p class="muted">{t('settings.systemDefined')}</p>;
  const busy = state.busy !== null;
  const ready = canSave(state) && !busy;
  return (
    <>
      <button
        type="button"
        class="button primary"
        aria-disabled={!ready}
        onClick={() => {
          if (ready && !saving.review()) document.getElementById('problems')?.focus();
        }}
      >
        {t('settings.save')}
      </button>
      <button
        type="button"
        class="button"
        aria-disabled={!unsaved || busy}
        onClick={() => unsaved && store.discard()}
      >
        {t('settings.discard')}
      </button>
      <span class="muted changes">
        {unsaved &&
          ready &&
          (state.draft.rules.some((rule) => rule.lockExisting) ? (
            <SaveImpact draft={state.draft} store={store} fields={itemsOf(state.fields) ?? NONE} ui={ui}>
              {changeCount(state, ui)}
            </SaveImpact>
          ) : (
            changeCount(state, ui)
          ))}
      </span>
      {base && (
        <button type="button" class="button danger delete" aria-disabled={busy} onClick={saving.askToDelete}>
          {t('settings.delete')}
        </button>
      )}
    </>
  );
}

function changeCount({ draft }: Editing, { t }: SettingsContext): string {
  return t('settings.changes', { count: countChanges(draft) });
}
