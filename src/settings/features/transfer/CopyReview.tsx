import { Changes } from '../../changes/Changes';
import { useWords } from '../../context/words';
import { SaveImpact } from '../../impact/SaveImpact';
import { errorText } from '../../words/error-text';
import { problemText } from '../../words/problem-text';
import type { CopyTargetsProps } from './copy-props';
import type { CopyTarget, Prepared } from './copy-state';
import { isDone, outcomeOf } from './copy-state';
import { isToWrite } from './create-copying';
import { isSound } from './prepare-target';
import { TransferView } from './TransferView';

/** What each module would get, to be looked over before anything is written. */
export function CopyReview(props: CopyTargetsProps) {
  const { targets, copying } = props;
  const { t } = useWords();
  const shown = targets.filter((target) => !isDone(target));
  const count = shown.filter(isToWrite).length;
  const reading = shown.some(({ ready }) => ready.kind === 'reading');
  const ready = count > 0 && !reading;
  return (
    <>
      <p class="carry-step" tabIndex={-1}>
        {t(`settings.${copying.verb === 'copy' ? 'transfer.reviewHelp' : 'backup.reviewHelp'}`, {
          count: shown.length,
        })}
      </p>
      {shown.map((target) => (
        <Target key={target.module.apiName} {...props} target={target} />
      ))}
      <div class="row carry-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={!ready}
          onClick={() => ready && copying.write()}
        >
          {t(`settings.${copying.verb === 'copy' ? 'transfer.copyTo' : 'backup.restoreTo'}`, { count })}
        </button>
        <button type="button" class="button" onClick={copying.back}>
          {t('settings.transfer.back')}
        </button>
        <span class="muted" aria-live="polite">
          {reading && t('settings.loading')}
        </span>
      </div>
    </>
  );
}

function Target(props: CopyTargetsProps & { readonly target: CopyTarget }) {
  const { target, copying } = props;
  const words = useWords();
  const { t } = words;
  const { module, ready, wanted } = target;
  const id = `copy-${module.apiName}`;
  const outcome = outcomeOf(target);
  return (
    <section class="copy-target" aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{module.label}</bdi>
      </h3>
      {outcome?.kind === 'conflict' && (
        <p class="notice danger">
          {t(`settings.transfer.outcome.${outcome.sent ? 'changedSent' : 'changed'}`)}
        </p>
      )}
      {ready.kind === 'reading' && <p class="muted">{t('settings.loading')}</p>}
      {ready.kind === 'unread' && (
        <p class="problem">
          {errorText(words, ready.error)}{' '}
          <button type="button" class="link" onClick={() => copying.readAgain(module.apiName)}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {ready.kind === 'ready' && (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={wanted && isSound(ready)}
              disabled={!isSound(ready)}
              onChange={({ currentTarget }) => copying.want(module.apiName, currentTarget.checked)}
            />
            {t(`settings.${copying.verb === 'copy' ? 'transfer.copyToModule' : 'backup.restoreModule'}`, {
              module: module.label,
            })}
          </label>
          <Plan {...props} ready={ready} />
        </>
      )}
    </section>
  );
}

function Plan({
  target,
  ready,
  copying,
}: CopyTargetsProps & { readonly target: CopyTarget; readonly ready: Prepared }) {
  const words = useWords();
  const { t } = words;
  const { apiName, label } = target.module;
  const { draft, problems, report, choices } = ready;
  return (
    <>
      {isSound(ready) && <p>{t(draft.base ? 'settings.transfer.hasOne' : 'settings.transfer.hasNone')}</p>}
      <TransferView
        transfer={{ exported: copying.exportedFor(apiName), target: ready.target, choices }}
        report={report}
        onChoose={(key, id) => copying.choose(apiName, key, id)}
      />
      {problems.length > 0 && (
        <div class="notice danger">
          <p>{t('settings.transfer.cannotSave')}</p>
          <ul>
            {[...new Set(problems.map((problem) => problemText(words, problem)))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {!problems.length && !isSound(ready) && <p>{t('settings.transfer.nothingToDo')}</p>}
      {isSound(ready) && (
        <>
          <SaveImpact module={target.module} draft={draft} fields={ready.target.fields} pause={0} />
          <Changes draft={draft} module={label} lists={ready.target} />
        </>
      )}
    </>
  );
}
