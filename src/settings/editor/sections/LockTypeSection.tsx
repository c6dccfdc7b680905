import { listText } from '../../../i18n/formats';
import { setLockType } from '../../../locking/configuration/draft';
import { LOCK_TYPES } from '../../../locking/configuration/model';
import { leavingRules } from '../../../locking/configuration/saving/request';
import { Section } from '../../../ui/Section';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { Choices } from './Choices';

/** Who locks: people, rules, or both. */
export function LockTypeSection() {
  const { t } = useWords();
  const { commands } = useEditor();
  const value = useEditing(({ draft }) => draft.settings.lockType);
  return (
    <Section id="lock-type" title={t('settings.setting.lock_type')} help={t('settings.lockTypeHelp')}>
      <Choices
        id="setting-lock_type"
        labelledBy="lock-type-title"
        choices={LOCK_TYPES.map((type) => ({
          value: type,
          label: t(`settings.lockType.${type}`),
          help: t(`settings.lockType.${type}Help`),
        }))}
        value={value}
        onChoose={(chosen) => {
          const type = LOCK_TYPES.find((one) => one === chosen);
          if (type) commands.edit((draft) => setLockType(draft, type));
        }}
      />
      <LeavingRules />
    </Section>
  );
}

/** Which rules saving deletes, because people alone are to lock. */
function LeavingRules() {
  const { t, tag } = useWords();
  const rules = useEditing(({ draft }) => draft.rules);
  const leave = useEditing(({ draft }) => leavingRules(draft).length > 0);
  const draft = useEditor().state.getState().draft;
  if (!leave || !rules.length) return null;
  const names = leavingRules(draft).map((rule) => rule.name || t('settings.unnamedRule'));
  return (
    <p class="notice warning">
      {t('settings.rulesLeave', { count: names.length, names: listText(names, tag) })}
    </p>
  );
}
