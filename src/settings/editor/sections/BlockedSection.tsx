import { useMemo } from 'preact/hooks';
import {
  addRestrictedButton,
  removeRestrictedButton,
  setActionRestricted,
  setCommunicationRestricted,
} from '../../../locking/configuration/draft';
import { RESTRICTED_ACTIONS } from '../../../locking/configuration/model';
import { Section } from '../../../ui/Section';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { textOr } from '../../words/text-or';
import { useProblemText } from '../../words/use-problem-text';
import { ProblemText } from './ProblemText';
import { listedOption, namedOption, PickerLabel, SettingPicker } from './SettingPicker';

/** What cannot be done to a locked record: actions, sending mail, custom buttons. */
export function BlockedSection() {
  const { t } = useWords();
  return (
    <Section id="blocked" title={t('settings.setting.restricted_actions')} help={t('settings.blockedHelp')}>
      <Actions />
      <Buttons />
    </Section>
  );
}

function Actions() {
  const words = useWords();
  const { module, commands } = useEditor();
  const actions = useEditing(({ draft }) => draft.settings.restrictedActions);
  const communications = useEditing(({ draft }) => draft.settings.restrictedCommunications);
  const readOnly = useReadOnly();
  const id = 'setting-restricted_actions';
  const other = 'setting-restricted_communications';
  const wrong = [
    useProblemText(id) !== undefined && `${id}-problem`,
    useProblemText(other) !== undefined && `${other}-problem`,
  ];
  const known = RESTRICTED_ACTIONS.filter(
    (action) => action !== 'convert' || module.apiName === 'Leads' || actions.includes(action),
  );
  return (
    <>
      <fieldset
        id={id}
        class="checks"
        tabIndex={-1}
        aria-labelledby="blocked-title"
        aria-describedby={wrong.filter(Boolean).join(' ') || undefined}
      >
        {[...new Set([...known, ...actions])].map((action) => (
          <Blocked
            key={action}
            name={textOr(words, 'common.action', action)}
            checked={action === 'update' || actions.includes(action)}
            disabled={readOnly || action === 'update'}
            help={action === 'update' ? 'edit-always' : undefined}
            onChange={(on) => commands.edit((draft) => setActionRestricted(draft, action, on))}
          />
        ))}
        {[...new Set(['send_mail', ...communications])].map((communication) => (
          <Blocked
            key={communication}
            id={communication === 'send_mail' ? other : undefined}
            name={textOr(words, 'common.action', communication)}
            checked={communications.includes(communication)}
            disabled={readOnly}
            onChange={(on) => commands.edit((draft) => setCommunicationRestricted(draft, communication, on))}
          />
        ))}
      </fieldset>
      <p class="muted help" id="edit-always">
        {words.t('settings.editAlways')}
      </p>
      <ProblemText of={id} />
      <ProblemText of={other} />
    </>
  );
}

interface BlockedProps {
  readonly id?: string | undefined;
  readonly name: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly help?: string | undefined;
  readonly onChange: (on: boolean) => void;
}

function Blocked({ id, name, checked, disabled, help, onChange }: BlockedProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={help}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {name}
    </label>
  );
}

/** The module's custom buttons that do nothing on locked records. */
function Buttons() {
  const words = useWords();
  const { t } = words;
  const { limits, commands } = useEditor();
  const items = useEditing(({ draft }) => draft.settings.restrictedButtons);
  const known = useEditing((editing) => itemsOf(editing.buttons));
  const options = useMemo(() => (known ?? []).map(namedOption), [known]);
  const picker = { setting: 'restricted_custom_buttons', items, limit: limits.restrictedButtons };
  return (
    <div class="labelled">
      <PickerLabel {...picker} />
      <SettingPicker
        {...picker}
        options={options}
        part="buttons"
        add="settings.addButton"
        optionOf={(item) => listedOption(item, known, words)}
        onAdd={({ id, label }) => commands.edit((before) => addRestrictedButton(before, { name: label, id }))}
        onRemove={(item) => commands.edit((before) => removeRestrictedButton(before, item))}
      />
      {known?.length === 0 && <p class="muted help">{t('settings.noButtons')}</p>}
    </div>
  );
}
