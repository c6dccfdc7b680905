import { useMemo, useState } from 'preact/hooks';
import { draftOf } from '../../../locking/configuration/draft';
import { mergeConfigurations } from '../../../locking/configuration/merge/merge-configuration';
import type { Side } from '../../../locking/configuration/merge/three-way';
import { configurationChanges } from '../../../locking/configuration/saving/changes';
import { Dialog } from '../../../ui/Dialog';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import type { OpenDialog } from '../../editing/editing-state';
import { changeText } from '../../words/change-text';
import { listsOf } from '../../words/item-name';
import { lastChange } from '../../words/last-change';
import { useVocabulary } from '../../words/use-vocabulary';
import { ConflictChoice } from './ConflictChoice';

type ConflictDialogProps = Omit<Extract<OpenDialog, { kind: 'conflict' }>, 'kind'> & {
  readonly onCancel: () => void;
};

/**
 * Somebody else saved meanwhile: what they changed, what of mine goes with it, and a choice for each thing that both changed.
 * Nothing is sent from here.
 */
export function ConflictDialog({ theirs, sent, onCancel }: ConflictDialogProps) {
  const words = useWords();
  const { t } = words;
  const { module, newKey, saving } = useEditor();
  const draft = useEditing((editing) => editing.draft);
  const lists = listsOf(useEditing((editing) => editing));
  const merge = useMemo(() => mergeConfigurations(draft.base, draft, theirs, newKey), [draft, theirs]);
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const vocabulary = useVocabulary(lists.fields);
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
          ? (lastChange(theirs, 'settings.conflictChanged', words) ?? t('settings.conflictChanged'))
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
                const text = changeText(change, { words, lists, module: module.label });
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
                given={{ words, lists, vocabulary }}
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
          onClick={() => open.length || saving.goOnWith(merge.resolve(sides))}
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
