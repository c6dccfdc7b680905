import { useMemo } from 'preact/hooks';
import {
  addRestrictedButton,
  removeRestrictedButton,
  setActionRestricted,
  setCommunicationRestricted,
} from '../../../locking/configuration/draft';
import { RESTRICTED_ACTIONS } from '../../../locking/configuration/model';
import { Section } from '../../../ui/Section';
import { itemsOf } from '../../editing/editor-state';
import { textOr } from '../../words/text-or';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { listedOption, namedOption } from './options';
import { ProblemText } from './ProblemText';
import { PickerLabel, SettingPicker } from './SettingPicker';

/** What cannot be done to a locked record: actions, sending mail, custom buttons. */
export function BlockedSection(props: SectionProps) {
  const { state, store, ui, problems } = props;
  const { t } = ui;
  const { restrictedActions, restrictedCommunications } = state.draft.settings;
  const readOnly = isReadOnly(state);
  const own = [
    ...problemsOf(problems, 'restricted_actions'),
    ...problemsOf(problems, 'restricted_communications'),
  ];
  const known = RESTRICTED_ACTIONS.filter(
    (action) =>
      action !== 'convert' || store.module.apiName === 'Leads' || restrictedActions.includes(action),
  );
  const actions = [...new Set([...known, ...restrictedActions])];
  const communications = [...new Set(['send_mail', ...restrictedCommunications])];
  return (
    <Section id="blocked" title={t('settings.setting.restricted_actions')} help={t('settings.blockedHelp')}>
      <fieldset
        id="setting-restricted_actions"
        class="checks"
        tabIndex={-1}
        aria-labelledby="blocked-title"
        aria-describedby={own.length ? 'setting-restricted_actions-problem' : undefined}
      >
        {actions.map((action) => (
          <Blocked
            key={action}
            name={textOr(ui, 'common.action', action)}
            checked={action === 'update' || restrictedActions.includes(action)}
            disabled={readOnly || action === 'update'}
            help={action === 'update' ? 'edit-always' : undefined}
            onChange={(on) => store.edit((draft) => setActionRestricted(draft, action, on))}
          />
        ))}
        {communications.map((communication) => (
          <Blocked
            key={communication}
            id={communication === 'send_mail' ? 'setting-restricted_communications' : undefined}
            name={textOr(ui, 'common.action', communication)}
            checked={restrictedCommunications.includes(communication)}
            disabled={readOnly}
            onChange={(on) => store.edit((draft) => setCommunicationRestricted(draft, communication, on))}
          />
        ))}
      </fieldset>
      <p class="muted help" id="edit-always">
        {t('settings.editAlways')}
      </p>
      <ProblemText id="setting-restricted_actions-problem" problems={own} ui={ui} />
      <Buttons {...props} />
    </Section>
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
function Buttons(props: SectionProps) {
  const { state, store, ui } = props;
  const { restrictedButtons } = state.draft.settings;
  const known = itemsOf(state.buttons);
  const options = useMemo(() => (known ?? []).map(namedOption), [known]);
  const picker = {
    ...props,
    setting: 'restricted_custom_buttons',
    items: restrictedButtons,
    limit: store.limits.restrictedButtons,
  };
  return (
    <div class="labelled">
      <PickerLabel {...picker} />
      <SettingPicker
        {...picker}
        options={options}
        part="buttons"
        add="settings.addButton"
        optionOf={(item) => listedOption(item, known)}
        onAdd={({ id, label }) => store.edit((before) => addRestrictedButton(before, { name: label, id }))}
        onRemove={(item) => store.edit((before) => removeRestrictedButton(before, item))}
      />
      {known?.length === 0 && <p class="muted help">{ui.t('settings.noButtons')}</p>}
    </div>
  );
}
