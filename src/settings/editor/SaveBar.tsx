import { useEffect } from 'preact/hooks';
import type { Field } from '../../locking/configuration/fields';
import { isUnsaved } from '../../locking/configuration/saving/request';
import { useStore } from '../../ui/use-store';
import { useEditing, useEditor } from '../context/editor';
import { later } from '../context/later';
import { useWords } from '../context/words';
import { countChanges, countOffered } from '../editing/count-changes';
import { itemsOf } from '../editing/editing-state';
import { canSave } from '../editing/saving';
import type { TransferPorts } from '../features/transfer/transfer-ports';
import { MoreMenu } from './MoreMenu';

const SaveImpact = later(async () => (await import('../impact/SaveImpact')).SaveImpact);
const NONE: readonly Field[] = [];

/** Saving, discarding, and what else can be done; always in sight. Buttons that can't be used now keep their place and the focus. */
export function SaveBar({ transfer }: { readonly transfer: TransferPorts }) {
  const { t } = useWords();
  const managed = useEditing(({ draft }) => draft.base?.systemDefined === true);
  return (
    <>
      {managed ? <p class="muted">{t('settings.systemDefined')}</p> : <Buttons />}
      <MoreMenu transfer={transfer} />
    </>
  );
}

function Buttons() {
  const { t } = useWords();
  const { commands, saving, publisher } = useEditor();
  const exists = useEditing(({ draft }) => draft.base !== null);
  const offered = useStore(publisher.state, (state) => state.unsaved);
  const unsaved = useEditing(({ draft }) => isUnsaved(draft)) || offered;
  const busy = useEditing((editing) => editing.busy !== null);
  const ready = (useEditing(canSave) || offered) && !busy;
  const undo = useEditing((editing) => editing.discarded !== null) && !unsaved;
  useSaveKey(saving.review);
  return (
    <>
      <button
        type="button"
        class="button primary"
        aria-disabled={!ready}
        onClick={() => ready && saving.review()}
      >
        {t(exists ? 'settings.save' : 'settings.saving.turnOn')}
      </button>
      <button
        type="button"
        class="button"
        aria-disabled={!(unsaved || undo) || busy}
        onClick={() => (undo ? commands.undo() : unsaved && commands.discard())}
      >
        {t(undo ? 'settings.saving.undo' : 'settings.discard')}
      </button>
      <span class="muted changes">{unsaved && ready && <WhatChanges />}</span>
    </>
  );
}

/** Ctrl+S or Cmd+S saves, wherever the focus is; a browser would save the page as a file. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) save();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [save]);
}

/** How many changes there are, and how many records saving them locks. */
function WhatChanges() {
  const { t } = useWords();
  const { module, publisher } = useEditor();
  const draft = useEditing((editing) => editing.draft);
  const fields = useEditing((editing) => itemsOf(editing.fields)) ?? NONE;
  const offered = useStore(publisher.state, ({ base, offer }) => countOffered(base, offer));
  const count = t('settings.changes', { count: countChanges(draft) + offered });
  if (!draft.rules.some((rule) => rule.lockExisting)) return <>{count}</>;
  return (
    <SaveImpact module={module} draft={draft} fields={fields}>
      {count}
    </SaveImpact>
  );
}
