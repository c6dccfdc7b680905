import { listText } from '../../../i18n/formats';
import { setLockType } from '../../../locking/configuration/draft';
import { LOCK_TYPES } from '../../../locking/configuration/model';
import { leavingRules } from '../../../locking/configuration/saving/request';
import { Section } from '../../../ui/Section';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { Choices } from './Choices';
import { ProblemText } from './ProblemText';

/** Who locks: people, rules, or both. */
export function LockTypeSection({ state, store, ui, problems }: SectionProps) {
  const { t, tag } = ui;
  const own = problemsOf(problems, 'lock_type');
  const leaving = leavingRules(state.draft);
  const names = leaving.map((rule) => rule.name || t('settings.unnamedRule'));
  return (
    <Section id="lock-type" title={t('settings.setting.lock_type')} help={t('settings.lockTypeHelp')}>
      <Choices
        id="setting-lock_type"
        labelledBy="lock-type-title"
        describedBy={own.length ? 'setting-lock_type-problem' : undefined}
        choices={LOCK_TYPES.map((type) => ({
          value: type,
          label: t(`settings.lockType.${type}`),
          help: t(`settings.lockType.${type}Help`),
        }))}
        value={state.draft.settings.lockType}
        readOnly={isReadOnly(state)}
        invalid={own.length > 0}
        onChoose={(value) => {
          const type = LOCK_TYPES.find((one) => one === value);
          if (type) store.edit((draft) => setLockType(draft, type));
        }}
      />
      <ProblemText id="setting-lock_type-problem" problems={own} ui={ui} />
      {leaving.length > 0 && (
        <p class="notice warning">
          {t('settings.rulesLeave', { count: leaving.length, names: listText(names, tag) })}
        </p>
      )}
    </Section>
  );
}
