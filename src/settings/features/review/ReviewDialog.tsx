import type { Field } from '../../../locking/configuration/fields';
import { Dialog } from '../../../ui/Dialog';
import { ReviewContent } from '../../changes/Changes';
import { type Editing, itemsOf } from '../../editing/editor-state';
import type { EditorStore } from '../../editing/editor-store';
import type { Saving } from '../../editing/saving';
import { RuleImpact } from '../../impact/RuleImpact';
import { SaveImpact } from '../../impact/SaveImpact';
import type { SettingsContext } from '../../words/words';

const NONE: readonly Field[] = [];

interface ReviewDialogProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly saving: Saving;
  readonly ui: SettingsContext;
  readonly onCancel: () => void;
}

/** What saving will change, before it is sent. */
export function ReviewDialog({ state, store, saving, ui, onCancel }: ReviewDialogProps) {
  const { t } = ui;
  const { draft, fields, profiles, buttons } = state;
  const lists = { fields: itemsOf(fields), profiles: itemsOf(profiles), buttons: itemsOf(buttons) };
  return (
    <Dialog title={t('settings.review.title')} wide onCancel={onCancel}>
      <SaveImpact draft={draft} store={store} fields={lists.fields ?? NONE} pause={0} ui={ui} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="scrolls" tabIndex={0} aria-label={t('settings.review.title')}>
        <ReviewContent
          draft={draft}
          module={store.module.label}
          lists={lists}
          ui={ui}
          impact={({ criteria }) =>
            criteria &&
            lists.fields && (
              <RuleImpact
                send={store.send}
                module={store.module.apiName}
                fields={lists.fields}
                criteria={criteria}
                auto
                pause={0}
                openRecord={store.openRecord}
                ui={ui}
              />
            )
          }
        />
      </section>
      <div class="row">
        <button
          type="button"
          class="button primary"
          onClick={async () => {
            if (!(await saving.confirm())) document.getElementById('problems')?.focus();
          }}
        >
          {t('settings.review.confirm')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('settings.review.back')}
        </button>
      </div>
    </Dialog>
  );
}
