import { useWords, type Words } from '../../context/words';
import { errorText } from '../../words/error-text';
import { textOr } from '../../words/text-or';
import type { CopyTargetsProps } from './copy-props';
import { type CopyTarget, isDone, outcomeOf } from './copy-state';

/** How each module comes out. */
export function CopyResults({
  targets,
  writing,
  copying,
  onCancel,
}: CopyTargetsProps & { readonly writing: boolean }) {
  const words = useWords();
  const { t } = words;
  const shown = targets.filter(({ outcome }) => outcome !== null);
  const settled = shown.filter((target) => outcomeOf(target) !== null).length;
  const well = shown.filter(isDone).length;
  return (
    <>
      <p class="carry-step" tabIndex={-1} aria-live="polite">
        {writing
          ? t('settings.transfer.writing', { done: settled, count: shown.length })
          : t('settings.transfer.written', { done: well, count: shown.length })}
      </p>
      {writing && (
        <progress aria-label={t('settings.transfer.progress')} max={shown.length} value={settled} />
      )}
      <ul class="copy-results">
        {shown.map((target) => (
          <li key={target.module.apiName}>
            <b>
              <bdi>{target.module.label}</bdi>
            </b>{' '}
            <span class={textClass(target)}>{resultText(target, words)}</span>
          </li>
        ))}
      </ul>
      <div class="row carry-actions">
        {!writing && well < shown.length && (
          <button type="button" class="button primary" onClick={copying.tryAgain}>
            {t('settings.transfer.tryAgain', { count: shown.length - well })}
          </button>
        )}
        <button type="button" class="button" aria-disabled={writing} onClick={() => writing || onCancel()}>
          {t('settings.transfer.close')}
        </button>
      </div>
    </>
  );
}

const textClass = (target: CopyTarget): string =>
  !outcomeOf(target) ? 'muted' : isDone(target) ? 'well' : 'danger';

/** How a module came out, in a sentence. */
function resultText({ outcome }: CopyTarget, words: Words): string {
  const { t } = words;
  const say = (name: string, values = {}): string => t(`settings.transfer.outcome.${name}`, values);
  if (typeof outcome !== 'object') return outcome ? say(outcome) : '';
  switch (outcome?.kind) {
    case 'refused':
    case 'notSent':
      return say('refused', { why: errorText(words, outcome.error) });
    case 'saved': {
      const names = outcome.differences.map(({ path }) => textOr(words, 'settings.setting', String(path[0])));
      return names.length ? say('differs', { names: [...new Set(names)].join(', ') }) : say('saved');
    }
    case 'conflict':
      return say(outcome.sent ? 'changedSent' : 'changed');
    default:
      return outcome ? say(outcome.kind) : '';
  }
}
