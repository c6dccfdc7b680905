import type { Field } from '../../locking/configuration/fields';
import { isUnsaved } from '../../locking/configuration/saving/request';
import { useEditing, useEditor } from '../context/editor';
import { later } from '../context/later';
import { useWords } from '../context/words';
import { countChanges } from '../editing/count-changes';
import { itemsOf } from '../editing/editing-state';
import { canSave } from '../editing/saving';

const SaveImpact = later(async () => (await import('../impact/SaveImpact')).SaveImpact);
const NONE: readonly Field[] = [];

/** Saving, discarding, deleting; always in sight. Buttons that cannot be used now keep their place and the focus. */
export function SaveBar() {
  const { t } = useWords();
  const { commands, saving } = useEditor();
  const exists = useEditing(({ draft }) => draft.base !== null);
  const managed = useEditing(({ draft }) => draft.base?.systemDefined === true);
  const unsaved = useEditing(({ draft }) => isUnsaved(draft));
  const busy = useEditing((editing) => editing.busy !== null);
  const ready = useEditing((editing) => canSave(editing) && !editing.busy);
  if (managed) return <p class="muted">{t('settings.systemDefined')}</p>;
  return (
    <>
      <button
        type="button"
        class="button primary"
        aria-disabled={!ready}
        onClick={() => ready && saving.review()}
      >
        {t('settings.save')}
      </button>
      <button
        type="button"
        class="button"
        aria-disabled={!unsaved || busy}
        onClick={() => unsaved && commands.discard()}
      >
        {t('settings.discard')}
      </button>
      <span class="muted changes">{unsaved && ready && <WhatChanges />}</span>
      {exists && (
        <button type="button" class="button danger delete" aria-disabled={busy} onClick={saving.askToDelete}>
          {t('settings.delete')}
        </button>
      )}
    </>
  );
}

/** How many changes there are, and how many records saving them locks. */
function WhatChanges() {
  const { t } = useWords();
  const { module } = useEditor();
  const draft = useEditing((editing) => editing.draft);
  const fields = useEditing((editing) => itemsOf(editing.fields)) ?? NONE;
  const count = t('settings.changes', { count: countChanges(draft) });
  if (!draft.rules.some((rule) => rule.lockExisting)) return <>{count}</>;
  return (
    <SaveImpact module={module} draft={draft} fields={fields}>
      {count}
    </SaveImpact>
  );
}
