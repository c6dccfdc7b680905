import { Dialog } from '../../ui/Dialog';
import { useEditor } from '../context/editor';
import { useWords } from '../context/words';
import { namesModule } from '../editing/saving';

/** Deleting unlocks every record of the module, so it wants the module's name typed. */
export function DeleteDialog({ typed }: { readonly typed: string }) {
  const { t } = useWords();
  const { module, saving } = useEditor();
  const name = module.label;
  return (
    <Dialog title={t('settings.deleteTitle', { module: name })} onCancel={saving.cancel}>
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
          <button type="submit" class="button danger" aria-disabled={!namesModule(typed, module)}>
            {t('settings.deleteForGood')}
          </button>
          <button type="button" class="button" onClick={saving.cancel}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
