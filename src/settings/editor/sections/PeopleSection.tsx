import { useMemo } from 'preact/hooks';
import {
  addExcludedProfile,
  removeExcludedProfile,
  setLockedFor,
  setPortalUsersLocked,
} from '../../../locking/configuration-draft';
import { TokenPicker } from '../../../ui/TokenPicker';
import { ProblemText } from '../../problems/ProblemText';
import { itemsOf } from '../editor-state';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { Choices } from './Choices';
import { PartFailed } from './PartFailed';
import { listedOption, namedOption, pickerTexts } from './pickers';
import { Section } from './Section';

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
function Profiles({ state, store, ui, problems }: SectionProps) {
  const { t } = ui;
  const { profiles, draft } = state;
  const { excludedProfiles } = draft.settings;
  const limit = store.limits.excludedProfiles;
  const known = itemsOf(profiles);
  const options = useMemo(() => (known ?? []).map(namedOption), [known]);
  const own = problemsOf(problems, 'lock_excluded_profiles');
  const id = 'setting-lock_excluded_profiles';
  return (
    <div class="labelled">
      <div class="label-line">
        <label for={id}>{t('settings.setting.lock_excluded_profiles')}</label>
        <span class="muted count">{t('settings.used', { count: excludedProfiles.length, limit })}</span>
      </div>
      <TokenPicker
        id={id}
        label={t('settings.setting.lock_excluded_profiles')}
        chosen={excludedProfiles.map((item) => listedOption(item, known))}
        options={options}
        limit={limit}
        describe={`${id}-help${own.length ? ` ${id}-problem` : ''}`}
        invalid={own.length > 0}
        disabled={isReadOnly(state)}
        texts={pickerTexts(ui, 'settings.addProfile', profiles.kind === 'loading')}
        onAdd={({ id: profile, label }) =>
          store.edit((before) => addExcludedProfile(before, { name: label, id: profile }))
        }
        onRemove={(option) => {
          const item = excludedProfiles.find((one) => listedOption(one, known).id === option.id);
          if (item) store.edit((before) => removeExcludedProfile(before, item));
        }}
      />
      <ProblemText id={`${id}-problem`} problems={own} ui={ui} />
      <p class="muted help" id={`${id}-help`}>
        {t('settings.exemptHelp')}
      </p>
      <PartFailed
        part={profiles}
        text={t('settings.profilesFailed')}
        ui={ui}
        onRetry={() => store.retryPart('profiles')}
      />
    </div>
  );
}
