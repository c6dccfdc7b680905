import type { Field } from '../../../locking/configuration/fields';
import { Dialog } from '../../../ui/Dialog';
import { Changes } from '../../changes/Changes';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { RuleImpact } from '../../impact/RuleImpact';
import { SaveImpact } from '../../impact/SaveImpact';
import { listsOf } from '../../words/item-name';

const NONE: readonly Field[] = [];

/** What saving will change, before it is sent. */
export function ReviewDialog({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useWords();
  const { module, saving } = useEditor();
  const editing = useEditing((now) => now);
  const lists = listsOf(editing);
  const { fields } = lists;
  return (
    <Dialog title={t('settings.review.title')} wide onCancel={onCancel}>
      <SaveImpact module={module} draft={editing.draft} fields={fields ?? NONE} pause={0} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="scrolls" tabIndex={0} aria-label={t('settings.review.title')}>
        <Changes
          draft={editing.draft}
          module={module.label}
          lists={lists}
          impact={({ criteria }) =>
            criteria &&
            fields && (
              <RuleImpact module={module.apiName} fields={fields} criteria={criteria} auto pause={0} />
            )
          }
        />
      </section>
      <div class="row">
        <button type="button" class="button primary" onClick={() => void saving.confirm()}>
          {t('settings.review.confirm')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('settings.review.back')}
        </button>
      </div>
    </Dialog>
  );
}
