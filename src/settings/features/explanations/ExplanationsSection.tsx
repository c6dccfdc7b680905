import { useMemo } from 'preact/hooks';
import { listText } from '../../../i18n/formats';
import { fingerprint } from '../../../locking/published/explanation-text';
import { Section } from '../../../ui/Section';
import { useStore } from '../../../ui/use-store';
import { useEditing, useEditor } from '../../context/editor';
import { useWords, type Words } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import type { Published } from '../../editing/publishing/published';
import type { PublisherState, PublishNotice } from '../../editing/publishing/publisher';
import { errorText } from '../../words/error-text';
import { ReasonsSection } from './ReasonsSection';
import { SwitchesSection } from './SwitchesSection';

/** What everybody may read of this configuration, and what is decided beside it; all of it is saved with the one Save. */
export function ExplanationsSection() {
  const words = useWords();
  const { t } = words;
  const { publisher } = useEditor();
  const shown = useStore(publisher.state, (now) => now);
  const source = useEditing(({ draft }) => draft.base?.source ?? null);
  const hash = useMemo(() => fingerprint(source), [source]);
  const { published, busy, notice } = shown;
  const readable = published && !('error' in published);
  return (
    <>
      {readable && <ReasonsSection />}
      {readable && <SwitchesSection />}
      <Section
        id="explanations"
        title={t('settings.explanations.title')}
        help={t('settings.explanations.help')}
      >
        <div class="row">
          <p class="published">
            {stateText(shown, hash, words)} {!busy && notice && noticeText(notice, words)}
          </p>
          {published && !readable && (
            <button type="button" class="button quiet" onClick={publisher.read}>
              {t('common.retry')}
            </button>
          )}
          {needsPublishing(shown, hash, source !== null) && <PublishButton />}
        </div>
        {readable && droppedText(published.module?.dropped, words)}
      </Section>
    </>
  );
}

/** Whether what is published is not what is saved: saving publishes by itself. */
function needsPublishing(state: PublisherState, hash: string, exists: boolean): boolean {
  const { published, notice, busy } = state;
  if (busy || !published || 'error' in published) return false;
  if (notice && notice.kind !== 'published') return notice.kind !== 'invalid';
  return published.module ? !isCurrent(published, hash) : exists;
}

function PublishButton() {
  const { t } = useWords();
  const { publisher, state } = useEditor();
  const saving = useEditing((editing) => editing.busy !== null);
  const never = useStore(
    publisher.state,
    ({ published }) => !published || 'error' in published || !published.module,
  );
  return (
    <button
      type="button"
      class="button"
      aria-disabled={saving}
      onClick={() => {
        const { draft, fields } = state.getState();
        if (!saving) void publisher.publish(draft.base?.source ?? null, itemsOf(fields) ?? null);
      }}
    >
      {t(never ? 'settings.saving.publish' : 'settings.saving.publishAgain')}
    </button>
  );
}

const isCurrent = ({ module, everywhere }: Published, hash: string): boolean =>
  module?.hash === hash && module.common.join('\n') === everywhere.join('\n');

function stateText({ published, busy }: PublisherState, hash: string, words: Words): string {
  const say = (key: string, error = '') => words.t(`settings.explanations.state.${key}`, { error });
  if (busy) return say('publishing');
  if (!published) return say('loading');
  if ('error' in published) return say('unread', errorText(words, published.error));
  if (!published.module) return say('never');
  return say(isCurrent(published, hash) ? 'current' : 'behind');
}

function noticeText(notice: PublishNotice, words: Words): string {
  const error = notice.kind === 'failed' ? errorText(words, notice.error) : '';
  const modules = notice.kind === 'elsewhere' ? listText(notice.modules, words.tag) : '';
  return words.t(`settings.explanations.${notice.kind}`, { error, modules });
}

/** What readers are not told, and why. */
function droppedText(dropped: unknown, { t }: Words) {
  const all = Array.isArray(dropped) ? dropped.map(String) : [];
  const kinds = ['values', 'criteria'].filter((kind) => all.some((one) => one.startsWith(kind)));
  return kinds.map((kind) => (
    <p key={kind} class="notice warning">
      {t(`settings.explanations.dropped.${kind}`)}
    </p>
  ));
}
