import { useMemo } from 'preact/hooks';
import {
  addExcludedProfile,
  removeExcludedProfile,
  setLockedFor,
  setPortalUsersLocked,
} from '../../../locking/configuration/draft';
import { Section } from '../../../ui/Section';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { Choices } from './Choices';
import { ProblemText } from './ProblemText';
import { listedOption, namedOption, PickerLabel, SettingPicker } from './SettingPicker';

const LOCKED_FOR = ['all_profiles', 'all_profiles_except_excluded_profiles'] as const;

/** Who is locked out: everyone, or everyone but some profiles; and portal users. */
export function PeopleSection() {
  const { t } = useWords();
  const { commands } = useEditor();
  const value = useEditing(({ draft }) => draft.settings.lockedFor);
  return (
    <Section id="locked-for" title={t('settings.setting.locked_for')} help={t('settings.lockedForHelp')}>
      <Choices
        id="setting-locked_for"
        labelledBy="locked-for-title"
        choices={LOCKED_FOR.map((word) => ({ value: word, label: t(`settings.lockedFor.${word}`) }))}
        value={value}
        onChoose={(chosen) => {
          const word = LOCKED_FOR.find((one) => one === chosen);
          if (word) commands.edit((draft) => setLockedFor(draft, word));
        }}
      />
      {value !== 'all_profiles' && <Profiles />}
      <PortalUsers />
    </Section>
  );
}

function PortalUsers() {
  const { t } = useWords();
  const { commands } = useEditor();
  const checked = useEditing(({ draft }) => draft.settings.lockForPortalUsers);
  const id = 'setting-lock_for_portal_users';
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          disabled={useReadOnly()}
          aria-describedby="portal-help"
          onChange={(event) => {
            const on = event.currentTarget.checked;
            commands.edit((draft) => setPortalUsersLocked(draft, on));
          }}
        />
        {t('settings.setting.lock_for_portal_users')}
      </label>
      <p class="muted help under-check" id="portal-help">
        {t('settings.portalUsersHelp')}
      </p>
      <ProblemText of={id} />
    </>
  );
}

/** The profiles that may still edit locked records. */
function Profiles() {
  const words = useWords();
  const { t } = words;
  const { limits, commands } = useEditor();
  const items = useEditing(({ draft }) => draft.settings.excludedProfiles);
  const known = useEditing((editing) => itemsOf(editing.profiles));
  const options = useMemo(() => (known ?? []).map(namedOption), [known]);
  const picker = { setting: 'lock_excluded_profiles', items, limit: limits.excludedProfiles };
  return (
    <div class="labelled">
      <PickerLabel {...picker} />
      <SettingPicker
        {...picker}
        options={options}
        part="profiles"
        add="settings.addProfile"
        help="exempt-help"
        optionOf={(item) => listedOption(item, known, words)}
        onAdd={({ id, label }) => commands.edit((before) => addExcludedProfile(before, { name: label, id }))}
        onRemove={(item) => commands.edit((before) => removeExcludedProfile(before, item))}
      />
      <p class="muted help" id="exempt-help">
        {t('settings.exemptHelp')}
      </p>
    </div>
  );
}
