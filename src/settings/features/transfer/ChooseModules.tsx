import { useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { isLockable, searchModules } from '../../editing/module-row';
import { ModuleState } from '../../words/ModuleState';
import type { CopyStepProps } from './copy-props';
import type { CopyState } from './copy-state';
import type { TransferPorts } from './transfer-ports';

interface ChooseModulesProps extends CopyStepProps {
  readonly ports: TransferPorts;
  readonly state: Extract<CopyState, { step: 'choose' }>;
}

/** The modules that can take the configuration, with what each has now. */
export function ChooseModules({ state, copying, ports, onCancel }: ChooseModulesProps) {
  const { t } = useWords();
  const { module } = useEditor();
  const { search, chosen } = state;
  const others = ports.modules().filter((row) => isLockable(row) && row.apiName !== module.apiName);
  const found = searchModules(others, search);
  const none = chosen.length === 0;
  return (
    <>
      <p>{t('settings.transfer.copyHelp')}</p>
      <input
        type="search"
        class="field"
        aria-label={t('settings.searchModules')}
        placeholder={t('settings.searchModules')}
        value={search}
        onInput={({ currentTarget }) => copying.search(currentTarget.value)}
      />
      <fieldset class="copy-modules">
        <legend class="unseen">{t('settings.modules')}</legend>
        {found.map(({ apiName, label, status }) => {
          const summary = status.kind === 'known' ? status.summary : null;
          return (
            <label key={apiName} class="check">
              <input
                type="checkbox"
                checked={chosen.includes(apiName)}
                disabled={summary?.systemDefined === true}
                onChange={({ currentTarget }) => copying.tick(apiName, currentTarget.checked)}
              />
              <bdi>{label}</bdi>{' '}
              <small class="muted">{status.kind === 'known' && <ModuleState of={status.summary} />}</small>
            </label>
          );
        })}
        {found.length === 0 && <p class="muted">{t('settings.noModuleFound', { text: search })}</p>}
      </fieldset>
      <div class="row carry-actions">
        <button type="button" class="button primary" aria-disabled={none} onClick={copying.review}>
          {t('settings.transfer.next')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
        <span class="muted" aria-live="polite">
          {t('settings.transfer.chosen', { count: chosen.length })}
        </span>
      </div>
    </>
  );
}
