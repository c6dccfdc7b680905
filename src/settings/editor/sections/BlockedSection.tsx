import { useMemo } from 'preact/hooks';
import { RESTRICTED_ACTIONS } from '../../../locking/configuration';
import {
  addRestrictedButton,
  removeRestrictedButton,
  setActionRestricted,
  setCommunicationRestricted,
} from '../../../locking/configuration-draft';
import { TokenPicker } from '../../../ui/TokenPicker';
import { ProblemText } from '../../problems/ProblemText';
import type { SettingsContext } from '../../settings-context';
import { itemsOf } from '../editor-state';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { PartFailed } from './PartFailed';
import { listedOption, namedOption, pickerTexts } from './pickers';
import { Section } from './Section';

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
          <label class="check" key={action}>
            <input
              type="checkbox"
              checked={action === 'update' || restrictedActions.includes(action)}
              disabled={readOnly || action === 'update'}
              aria-describedby={action === 'update' ? 'edit-always' : undefined}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                store.edit((draft) => setActionRestricted(draft, action, checked));
              }}
            />
            {actionName(ui, action)}
          </label>
        ))}
        {communications.map((communication) => (
          <label class="check" key={communication}>
            <input
              type="checkbox"
              id={communication === 'send_mail' ? 'setting-restricted_communications' : undefined}
              checked={restrictedCommunications.includes(communication)}
              disabled={readOnly}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                store.edit((draft) => setCommunicationRestricted(draft, communication, checked));
              }}
            />
            {actionName(ui, communication)}
          </label>
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

/** An action this version does not know is shown under its API name rather than left out. */
function actionName({ t }: SettingsContext, action: string): string {
  const key = `common.action.${action}`;
  const name = t(key);
  return name === key ? action : name;
}

/** The module's custom buttons that do nothing on locked records. */
function Buttons({ state, store, ui, problems }: SectionProps) {
  const { t } = ui;
  const { buttons, draft } = state;
  const { restrictedButtons } = draft.settings;
  const limit = store.limits.restrictedButtons;
  const known = itemsOf(buttons);
  const options = useMemo(() => (known ?? []).map(namedOption), [known]);
  const own = problemsOf(problems, 'restricted_custom_buttons');
  const id = 'setting-restricted_custom_buttons';
  return (
    <div class="labelled">
      <div class="label-line">
        <label for={id}>{t('settings.setting.restricted_custom_buttons')}</label>
        <span class="muted count">{t('settings.used', { count: restrictedButtons.length, limit })}</span>
      </div>
      <TokenPicker
        id={id}
        label={t('settings.setting.restricted_custom_buttons')}
        chosen={restrictedButtons.map((item) => listedOption(item, known))}
        options={options}
        limit={limit}
        describe={own.length ? `${id}-problem` : undefined}
        invalid={own.length > 0}
        disabled={isReadOnly(state)}
        texts={pickerTexts(ui, 'settings.addButton', buttons.kind === 'loading')}
        onAdd={(option) =>
          store.edit((before) => addRestrictedButton(before, { name: option.label, id: option.id }))
        }
        onRemove={(option) => {
          const item = restrictedButtons.find((one) => listedOption(one, known).id === option.id);
          if (item) store.edit((before) => removeRestrictedButton(before, item));
        }}
      />
      <ProblemText id={`${id}-problem`} problems={own} ui={ui} />
      {known?.length === 0 && <p class="muted help">{t('settings.noButtons')}</p>}
      <PartFailed
        part={buttons}
        text={t('settings.buttonsFailed')}
        ui={ui}
        onRetry={() => store.retryPart('buttons')}
      />
    </div>
  );
}
