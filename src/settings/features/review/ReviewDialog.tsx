import type { Field } from '../../../locking/configuration/fields';
import { Dialog } from '../../../ui/Dialog';
import { useStore } from '../../../ui/use-store';
import { Changes } from '../../changes/Changes';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { canSave } from '../../editing/saving';
import { RuleImpact } from '../../impact/RuleImpact';
import { useSaveCount } from '../../impact/use-save-count';
import { listsOf } from '../../words/item-name';
import { nameInSentence } from '../../words/name-in-sentence';
import { LockCallout } from './LockCallout';
import { OfferChanges } from './OfferChanges';

const NONE: readonly Field[] = [];

/** What saving will change, before it is sent. */
export function ReviewDialog({ onCancel }: { readonly onCancel: () => void }) {
  const { t, tag } = useWords();
  const { module, saving, publisher } = useEditor();
  const editing = useEditing((now) => now);
  const offer = useStore(publisher.state, (now) => now);
  const lists = listsOf(editing);
  const { fields } = lists;
  const { draft } = editing;
  const counted = useSaveCount({ module, draft, fields: fields ?? NONE, pause: 0, examples: true });
  const { count } = counted;
  const locks = count?.kind === 'counted' && count.least === count.most ? count.most : 0;
  return (
    <Dialog title={t('settings.review.title')} wide onCancel={onCancel}>
      <LockCallout module={module} counted={counted} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="scrolls" tabIndex={0} aria-label={t('settings.review.title')}>
        {canSave(editing) && (
          <Changes
            draft={draft}
            module={module.label}
            lists={lists}
            impact={({ criteria }) =>
              criteria &&
              fields && (
                <RuleImpact module={module.apiName} fields={fields} criteria={criteria} auto pause={0} />
              )
            }
          />
        )}
        {offer.unsaved && <OfferChanges before={offer.base} after={offer.offer} />}
      </section>
      <div class="row">
        <button type="button" class="button primary" onClick={() => void saving.confirm()}>
          {locks
            ? t('settings.saving.confirmLocks', { count: locks, module: nameInSentence(module, tag) })
            : t('settings.review.confirm')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('settings.review.back')}
        </button>
      </div>
    </Dialog>
  );
}
