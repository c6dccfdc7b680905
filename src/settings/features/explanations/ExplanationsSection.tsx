import { useEffect, useMemo, useState } from 'preact/hooks';
import { crmVariables } from '../../../crm/write-variable';
import { listText } from '../../../i18n/formats';
import { fingerprint } from '../../../locking/published/explanation-text';
import { Section } from '../../../ui/Section';
import { itemsOf } from '../../editing/editor-state';
import {
  createExplanations,
  type ExplanationsState,
  type PublishNotice,
} from '../../editing/publishing/publisher';
import type { SectionProps } from '../../editor/editor-view';
import { errorText } from '../../words/error-text';
import type { SettingsContext } from '../../words/words';
import type { ExplanationsSession } from './explanations-session';
import { Reasons } from './Reasons';

type ExplanationsProps = SectionProps & { readonly session: ExplanationsSession };

/** What everybody may read of this configuration, and the reasons that are offered to those who lock by hand. */
export function ExplanationsSection({ state, store, session, ui }: ExplanationsProps) {
  const { t } = ui;
  const { module, page } = store;
  session.explanations ??= createExplanations({
    variables: session.variables ?? crmVariables(store.send),
    memory: store.memory,
    module,
    others: () => page.shown()?.modules.filter(({ apiName }) => apiName !== module.apiName) ?? [],
    onUnsaved: session.onUnsaved,
  });
  const { api, edit, publish, retry, discard, unsaved } = session.explanations;
  // After a save the page's own status speaks; here only who asked is told.
  const [asked, setAsked] = useState(false);
  const [shown, setShown] = useState(api.getState());
  useEffect(() => {
    setShown(api.getState());
    return api.subscribe(setShown);
  }, [api]);
  const { published, busy, notice } = shown;
  const checked = notice?.kind === 'invalid';
  const readable = published && !('error' in published);
  const source = state.draft.base?.source ?? null;
  const hash = useMemo(() => fingerprint(source), [source]);
  return (
    <Section
      id="explanations"
      title={t('settings.explanations.title')}
      help={t('settings.explanations.help')}
    >
      <div class="row">
        <p aria-live={asked ? 'polite' : undefined} class="published">
          {stateText(shown, hash, ui)} {!busy && notice && noticeText(notice, ui)}
        </p>
        {published && !readable ? (
          <button type="button" class="button quiet" onClick={retry}>
            {t('common.retry')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            aria-disabled={busy || !readable || state.busy !== null}
            onClick={() => {
              setAsked(true);
              if (!busy && readable && !state.busy) void publish(source, itemsOf(state.fields) ?? null);
            }}
          >
            {t('settings.explanations.publish')}
          </button>
        )}
      </div>
      {readable && droppedText(published.module?.dropped, ui)}
      {readable && (
        <>
          <Reasons
            title={t('settings.explanations.moduleReasons', { module: module.label })}
            reasons={shown.offer.reasons}
            checked={checked}
            onChange={(reasons) => edit({ reasons })}
            ui={ui}
          />
          <Reasons
            title={t('settings.explanations.commonReasons')}
            reasons={shown.offer.common}
            checked={checked}
            onChange={(common) => edit({ common })}
            ui={ui}
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

function stateText({ published, busy }: ExplanationsState, hash: string, ui: SettingsContext): string {
  const say = (key: string, error = '') => ui.t(`settings.explanations.state.${key}`, { error });
  if (busy) return say('publishing');
  if (!published) return say('loading');
  if ('error' in published) return say('unread', errorText(ui, published.error));
  const { module, everywhere } = published;
  if (!module) return say('never');
  return say(
    module.hash === hash && module.common.join('\n') === everywhere.join('\n') ? 'current' : 'behind',
  );
}

function noticeText(notice: PublishNotice, ui: SettingsContext): string {
  const error = notice.kind === 'failed' ? errorText(ui, notice.error) : '';
  const modules = notice.kind === 'elsewhere' ? listText(notice.modules, ui.tag) : '';
  return ui.t(`settings.explanations.${notice.kind}`, { error, modules });
}

/** What readers are not told, and why. */
function droppedText(dropped: unknown, { t }: SettingsContext) {
  const all = Array.isArray(dropped) ? dropped.map(String) : [];
  const kinds = ['values', 'criteria'].filter((kind) => all.some((one) => one.startsWith(kind)));
  return kinds.map((kind) => (
    <p key={kind} class="notice warning">
      {t(`settings.explanations.dropped.${kind}`)}
    </p>
  ));
}
