import { Dialog } from '../../ui/Dialog';
import type { EditorStore } from '../editing/editor-store';
import { namesModule, type Saving } from '../editing/saving';
import type { SettingsContext } from '../words/words';

interface DeleteDialogProps {
  readonly typed: string;
  readonly store: EditorStore;
  readonly saving: Saving;
  readonly ui: SettingsContext;
  readonly onCancel: () => void;
}

/** Deleting unlocks every record of the module, so it wants the module's name typed. */
export function DeleteDialog({ typed, store, saving, ui, onCancel }: DeleteDialogProps) {
  const { t } = ui;
  const name = store.module.label;
  const named = namesModule(typed, store.module);
  return (
    <Dialog title={t('settings.deleteTitle', { module: name })} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saving.confirmDelete();
        }}
      >
        <p id="delete-help">{t('settings.deleteHelp', { module: name })}</p>
        <label for="delete-name">{t('settings.typeName', { module: name })}</label>
        <input
          id="delete-name"
          class="field"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          value={typed}
          onInput={(event) => saving.typeName(event.currentTarget.value)}
        />
        <div class="row">
          <button type="submit" class="button danger" aria-disabled={!named}>
            {t('settings.deleteForGood')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
