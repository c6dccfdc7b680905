import { useMemo } from 'preact/hooks';
import {
  addExcludedProfile,
  removeExcludedProfile,
  setLockedFor,
  setPortalUsersLocked,
} from '../../../locking/configuration/draft';
import { Section } from '../../../ui/Section';
import { itemsOf } from '../../editing/editor-state';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { Choices } from './Choices';
import { listedOption, namedOption } from './options';
import { ProblemText } from './ProblemText';
import { PickerLabel, SettingPicker } from './SettingPicker';

const LOCKED_FOR = ['all_profiles', 'all_profiles_except_excluded_profiles'] as const;

/** Who is locked out: everyone, or everyone but some profiles; and portal users. */
export function PeopleSection(props: SectionProps) {
  const { state, store, ui, problems } = props;
  const { t } = ui;
  const { settings } = state.draft;
  const own = problemsOf(problems, 'locked_for');
  const readOnly = isReadOnly(state);
  return (
    <Section id="locked-for" title={t('settings.setting.locked_for')} help={t('settings.lockedForHelp')}>
      <Choices
        id="setting-locked_for"
        labelledBy="locked-for-title"
        describedBy={own.length ? 'setting-locked_for-problem' : undefined}
        choices={LOCKED_FOR.map((word) => ({ value: word, label: t(`settings.lockedFor.${word}`) }))}
        value={settings.lockedFor}
        readOnly={readOnly}
        invalid={own.length > 0}
        onChoose={(value) => {
          const word = LOCKED_FOR.find((one) => one === value);
          if (word) store.edit((draft) => setLockedFor(draft, word));
        }}
      />
      <ProblemText id="setting-locked_for-problem" problems={own} ui={ui} />
      {settings.lockedFor !== 'all_profiles' && <Profiles {...props} />}
      <label class="check">
        <input
          type="checkbox"
          id="setting-lock_for_portal_users"
          checked={settings.lockForPortalUsers}
          disabled={readOnly}
          aria-describedby="portal-help"
          onChange={(event) => {
            const { checked } = event.currentTarget;
            store.edit((draft) => setPortalUsersLocked(draft, checked));
          }}
        />
        {t('settings.setting.lock_for_portal_users')}
      </label>
      <p class="muted help under-check" id="portal-help">
        {t('settings.portalUsersHelp')}
      </p>
      <ProblemText
        id="setting-lock_for_portal_users-problem"
        problems={problemsOf(problems, 'lock_for_portal_users')}
        ui={ui}
      />
    </Section>
  );
}

/** The profiles that may still edit locked records. */
function Profiles(props: SectionProps) {
  const { state, store, ui } = props;
  const { excludedProfiles } = state.draft.settings;
  const known = itemsOf(state.profiles);
  const options = useMemo(() => (known ?? []).map(namedOption), [known]);
  const picker = {
    ...props,
    setting: 'lock_excluded_profiles',
    items: excludedProfiles,
    limit: store.limits.excludedProfiles,
  };
  return (
    <div class="labelled">
      <PickerLabel {...picker} />
      <SettingPicker
        {...picker}
        options={options}
        part="profiles"
        add="settings.addProfile"
        help="exempt-help"
        optionOf={(item) => listedOption(item, known)}
        onAdd={({ id, label }) => store.edit((before) => addExcludedProfile(before, { name: label, id }))}
        onRemove={(item) => store.edit((before) => removeExcludedProfile(before, item))}
      />
      <p class="muted help" id="exempt-help">
        {ui.t('settings.exemptHelp')}
      </p>
    </div>
  );
}
