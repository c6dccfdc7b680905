import { errorText } from '../error-text';
import type { SettingsContext } from '../settings-context';
import { textOr } from '../text-or';
import type { CopyTargetsProps } from './copy-props';
import { type CopyTarget, isDone } from './copy-state';

/** How each module comes out. */
export function CopyResults({
  targets,
  writing,
  copying,
  ui,
  onClose,
}: CopyTargetsProps & { readonly writing: boolean }) {
  const { t } = ui;
  const shown = targets.filter(({ outcome }) => outcome !== null);
  const settled = shown.filter(({ outcome }) => typeof outcome === 'object').length;
  const well = shown.filter(isDone).length;
  return (
    <>
      <p class="carry-step" tabIndex={-1} aria-live="polite">
        {writing
          ? t('settings.carry.writing', { done: settled, count: shown.length })
          : t('settings.carry.written', { done: well, count: shown.length })}
      </p>
      {writing && <progress aria-label={t('settings.carry.progress')} max={shown.length} value={settled} />}
      <ul class="copy-results">
        {shown.map((target) => (
          <li key={target.module.apiName}>
            <b>
              <bdi>{target.module.label}</bdi>
            </b>{' '}
            <span class={textClass(target)}>{outcomeText(target, ui)}</span>
          </li>
        ))}
      </ul>
      <div class="row carry-actions">
        {!writing && well < shown.length && (
          <button type="button" class="button primary" onClick={copying.tryAgain}>
            {t('settings.carry.tryAgain', { count: shown.length - well })}
          </button>
        )}
        <button type="button" class="button" aria-disabled={writing} onClick={() => writing || onClose()}>
          {t('settings.carry.close')}
        </button>
      </div>
    </>
  );
}

const textClass = (target: CopyTarget): string =>
  typeof target.outcome !== 'object' ? 'muted' : isDone(target) ? 'well' : 'danger';

function outcomeText({ outcome }: CopyTarget, ui: SettingsContext): string {
  const { t } = ui;
  if (typeof outcome !== 'object') return outcome ? t(`settings.carry.outcome.${outcome}`) : '';
  switch (outcome?.kind) {
    case 'refused':
      return t('settings.carry.outcome.refused', { why: errorText(ui, outcome.error) });
    case 'differs': {
      const names = outcome.differences.map(({ path }) => textOr(ui, 'settings.setting', String(path[0])));
      return t('settings.carry.outcome.differs', { names: [...new Set(names)].join(', ') });
    }
    default:
      return outcome ? t(`settings.carry.outcome.${outcome.kind}`) : '';
  }
}
