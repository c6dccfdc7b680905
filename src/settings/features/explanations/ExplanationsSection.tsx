import { useMemo, useState } from 'preact/hooks';
import { listText } from '../../../i18n/formats';
import { fingerprint } from '../../../locking/published/explanation-text';
import { Section } from '../../../ui/Section';
import { useStore } from '../../../ui/use-store';
import { useEditing, useEditor } from '../../context/editor';
import { useWords, type Words } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import type { Publisher, PublisherState, PublishNotice } from '../../editing/publishing/publisher';
import { errorText } from '../../words/error-text';
import { Reasons } from './Reasons';

interface ExplanationsProps {
  readonly publisher: Publisher;
}

/** What everybody may read of this configuration, and the reasons that are offered to those who lock by hand. */
export function ExplanationsSection({ publisher }: ExplanationsProps) {
  const words = useWords();
  const { t } = words;
  const { module, state } = useEditor();
  const { edit, publish, read, discard, unsaved } = publisher;
  // After a save the page's own status speaks; here only who asked is told.
  const [asked, setAsked] = useState(false);
  const shown = useStore(publisher.state, (now) => now);
  const saving = useEditing((editing) => editing.busy !== null);
  const source = useEditing(({ draft }) => draft.base?.source ?? null);
  const hash = useMemo(() => fingerprint(source), [source]);
  const { published, busy, notice } = shown;
  const checked = notice?.kind === 'invalid';
  const readable = published && !('error' in published);
  return (
    <Section
      id="explanations"
      title={t('settings.explanations.title')}
      help={t('settings.explanations.help')}
    >
      <div class="row">
        <p aria-live={asked ? 'polite' : undefined} class="published">
          {stateText(shown, hash, words)} {!busy && notice && noticeText(notice, words)}
        </p>
        {published && !readable ? (
          <button type="button" class="button quiet" onClick={read}>
            {t('common.retry')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            aria-disabled={busy || !readable || saving}
            onClick={() => {
              setAsked(true);
              if (!busy && readable && !saving)
                void publish(source, itemsOf(state.getState().fields) ?? null);
            }}
          >
            {t('settings.explanations.publish')}
          </button>
        )}
      </div>
      {readable && droppedText(published.module?.dropped, words)}
      {readable && (
        <>
          <Reasons
            title={t('settings.explanations.moduleReasons', { module: module.label })}
            reasons={shown.offer.reasons}
            checked={checked}
            onChange={(reasons) => edit({ reasons })}
          />
          <Reasons
            title={t('settings.explanations.commonReasons')}
            reasons={shown.offer.common}
            checked={checked}
            onChange={(common) => edit({ common })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={shown.offer.free}
              aria-describedby="free-text-help"
              onChange={(event) => edit({ free: event.currentTarget.checked })}
            />
            {t('settings.explanations.free')}
          </label>
          <p class="muted help" id="free-text-help">
            {t('settings.explanations.freeHelp')}
          </p>
          {unsaved() && (
            <div class="row">
              <p class="published">{t('settings.explanations.unsaved')}</p>
              <button type="button" class="button quiet" onClick={discard}>
                {t('settings.explanations.discard')}
              </button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function stateText({ published, busy }: PublisherState, hash: string, words: Words): string {
  const say = (key: string, error = '') => words.t(`settings.explanations.state.${key}`, { error });
  if (busy) return say('publishing');
  if (!published) return say('loading');
  if ('error' in published) return say('unread', errorText(words, published.error));
  const { module, everywhere } = published;
  if (!module) return say('never');
  return say(
    module.hash === hash && module.common.join('\n') === everywhere.join('\n') ? 'current' : 'behind',
  );
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
