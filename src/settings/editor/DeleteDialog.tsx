import { useEffect, useState } from 'preact/hooks';
import { countRecords } from '../../crm/count-records';
import { countQuery } from '../../locking/criteria/coql/query';
import { Dialog } from '../../ui/Dialog';
import { useEditor } from '../context/editor';
import { useWords } from '../context/words';
import { namesModule } from '../editing/saving';
import { useCounting } from '../impact/use-impact';
import { nameInSentence } from '../words/name-in-sentence';

/** Deleting unlocks every record of the module, so it wants the module's name typed. */
export function DeleteDialog({ typed }: { readonly typed: string }) {
  const { t, tag } = useWords();
  const { module, saving } = useEditor();
  const locked = useLockedCount(module.apiName);
  const name = module.label;
  const values = { count: locked ?? 0, module: nameInSentence(module, tag) };
  const named = namesModule(typed, module);
  return (
    <Dialog title={t('settings.deleteTitle', { module: name })} onCancel={saving.cancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saving.confirmDelete();
        }}
      >
        <p id="delete-help">
          {locked === null
            ? t('settings.deleteHelp', { module: name })
            : t('settings.saving.deleteHelp', values)}
        </p>
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
          <button
            type="button"
            class="button danger solid"
            aria-disabled={!named}
            onClick={() => named && void saving.confirmDelete()}
          >
            {locked === null ? t('settings.deleteForGood') : t('settings.saving.deleteAndUnlock', values)}
          </button>
          <button type="button" class="button" onClick={saving.cancel}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** How many records are locked now; null while that is not known. */
function useLockedCount(module: string): number | null {
  const { send } = useCounting();
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    void countRecords(send, countQuery(module, 'Locked__s = true')).then((found) => {
      if (wanted && found.ok) setCount(found.value);
    });
    return () => {
      wanted = false;
    };
  }, [module]);
  return count;
}
