import { useMemo, useState } from 'preact/hooks';
import { draftOf } from '../../../locking/configuration/draft';
import { mergeConfigurations } from '../../../locking/configuration/merge/merge-configuration';
import type { Side } from '../../../locking/configuration/merge/three-way';
import type { Configuration } from '../../../locking/configuration/model';
import { configurationChanges } from '../../../locking/configuration/saving/changes';
import { Dialog } from '../../../ui/Dialog';
import { type Editing, itemsOf } from '../../editing/editor-state';
import type { EditorStore } from '../../editing/editor-store';
import type { Saving } from '../../editing/saving';
import { changeText } from '../../words/change-text';
import { lastChange } from '../../words/last-change';
import { useVocabulary } from '../../words/use-vocabulary';
import type { SettingsContext } from '../../words/words';
import { ConflictChoice } from './ConflictChoice';

interface ConflictDialogProps {
  readonly state: Editing;
  readonly theirs: Configuration | null;
  /** Whether something of mine may have arrived. */
  readonly sent: boolean;
  readonly store: EditorStore;
  readonly saving: Saving;
  readonly ui: SettingsContext;
  readonly onCancel: () => void;
}

/**
 * Somebody else saved meanwhile: what they changed, what of mine goes with it, and a choice for each thing that both changed.
 * Nothing is sent from here.
 */
export function ConflictDialog({ state, theirs, sent, store, saving, ui, onCancel }: ConflictDialogProps) {
  const { t } = ui;
  const { draft } = state;
  const lists = {
    fields: itemsOf(state.fields),
    profiles: itemsOf(state.profiles),
    buttons: itemsOf(state.buttons),
  };
  const merge = useMemo(
    () => mergeConfigurations(draft.base, draft, theirs, store.newKey),
    [draft, theirs, store],
  );
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const vocabulary = useVocabulary(ui, lists.fields);
  const module = store.module.label;
  // What they did to what I had begun with, in the words of a review.
  const changes = theirs ? configurationChanges({ ...draftOf(theirs), base: draft.base }) : [];
  const open = merge.conflicts.filter(({ key }) => !sides.has(key));
  return (
    <Dialog
      title={t(sent ? 'settings.conflictTitleSent' : 'settings.conflictTitle')}
      wide
      onCancel={onCancel}
    >
      <p>
        {theirs
          ? (lastChange(theirs, 'settings.conflictChanged', ui) ?? t('settings.conflictChanged'))
          : t('settings.conflictDeleted')}{' '}
        {t(sent ? 'settings.conflictSent' : 'settings.conflictNotSent')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="scrolls" tabIndex={0} aria-label={t('settings.conflict.changes')}>
        {changes.length > 0 && (
          <>
            <h3>{t('settings.conflict.theyChanged')}</h3>
            <ul>
              {changes.map((change) => {
                const text = changeText(change, { ui, lists, module });
                return <li key={text}>{text}</li>;
              })}
            </ul>
          </>
        )}
        {merge.conflicts.length === 0 ? (
          <p>{t('settings.conflict.merges')}</p>
        ) : (
          <>
            <h3>{t('settings.conflict.choose', { count: merge.conflicts.length })}</h3>
            {merge.conflicts.map((conflict) => (
              <ConflictChoice
                key={conflict.key}
                conflict={conflict}
                side={sides.get(conflict.key)}
                onChoose={(side) => setSides((before) => new Map(before).set(conflict.key, side))}
                words={{ ui, lists, vocabulary }}
              />
            ))}
          </>
        )}
      </section>
      <p class="muted help">
        {open.length ? t('settings.conflict.open', { count: open.length }) : t('settings.conflict.help')}
      </p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled={open.length > 0}
          onClick={() => {
            if (open.length || saving.goOnWith(merge.resolve(sides))) return;
            document.getElementById('problems')?.focus();
          }}
        >
          {t('settings.conflict.merge')}
        </button>
        <button type="button" class="button" onClick={saving.takeTheirs}>
          {t('settings.takeTheirs')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
