import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Named } from '../../../base/named';
import { MOST_ASKED, type Switches } from '../../../locking/published/switches';
import { Section } from '../../../ui/Section';
import { TokenPicker } from '../../../ui/TokenPicker';
import { useStore } from '../../../ui/use-store';
import { useEditor, useReadOnly } from '../../context/editor';
import { useWords } from '../../context/words';

/** What people can do on locked records beside locking: all of it is off until an administrator turns it on. */
export function SwitchesSection() {
  const { t } = useWords();
  const { publisher, commands } = useEditor();
  const switches = useStore(publisher.state, ({ offer }) => offer.switches);
  const readOnly = useReadOnly();
  const set = (change: Partial<Switches>): void => commands.offer({ switches: { ...switches, ...change } });
  return (
    <Section id="switches" title={t('settings.switches.title')} help={t('settings.switches.help')}>
      <fieldset class="plain" disabled={readOnly}>
        <Switch name="requests" on={switches.requests} onChange={(requests) => set({ requests })} />
        {switches.requests && (
          <RequestsTo ids={switches.requestsTo} onChange={(requestsTo) => set({ requestsTo })} />
        )}
        <Switch
          name="unlockReason"
          on={switches.unlockReason}
          // Zoho keeps the reason nowhere but in the trail.
          onChange={(unlockReason) => set({ unlockReason, trail: unlockReason || switches.trail })}
        />
        <Switch
          name="trail"
          on={switches.trail}
          disabled={switches.unlockReason}
          onChange={(trail) => set({ trail })}
        />
        <Switch name="reminders" on={switches.reminders} onChange={(reminders) => set({ reminders })} />
      </fieldset>
    </Section>
  );
}

interface SwitchProps {
  readonly name: 'requests' | 'unlockReason' | 'trail' | 'reminders';
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ name, on, disabled = false, onChange }: SwitchProps) {
  const { t } = useWords();
  const id = `switch-${name}-help`;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          aria-describedby={id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {t(`settings.switches.${name}`)}
      </label>
      <p class="muted help under-check" id={id}>
        {t(`settings.switches.${name}Help`)} {t(`settings.switches.${name}Cost`)}
      </p>
    </>
  );
}

interface RequestsToProps {
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Up to three active users, found by search. Their names are read here, and only their ids are published. */
function RequestsTo({ ids, onChange }: RequestsToProps) {
  const { t } = useWords();
  const { search } = useEditor();
  const [users, setUsers] = useState<readonly Named[] | 'failed' | null>(null);
  useEffect(() => {
    let wanted = true;
    void search('user', '').then((found) => wanted && setUsers(found.ok ? found.value : 'failed'));
    return () => {
      wanted = false;
    };
  }, [search]);
  const known = users === 'failed' || !users ? [] : users;
  const options = useMemo(() => known.map(({ id, name }) => ({ id, label: name })), [known]);
  const label = t('settings.switches.requestsTo');
  return (
    <div class="labelled under-check">
      <label for="requests-to">{label}</label>
      <TokenPicker
        id="requests-to"
        label={label}
        chosen={ids.map((id) => options.find((one) => one.id === id) ?? { id, label: id })}
        options={options}
        limit={MOST_ASKED}
        describe="requests-to-help"
        texts={{
          remove: (name) => t('settings.removeToken', { name }),
          change: (name, added) => t(`settings.rules.${added ? 'picked' : 'unpicked'}`, { name }),
          found: (count) => t('settings.rules.found', { count }),
          full: t('settings.full'),
          none: t(
            users === null
              ? 'settings.optionsLoading'
              : users === 'failed'
                ? 'settings.switches.usersFailed'
                : 'settings.noOption',
          ),
          add: t('settings.switches.addUser'),
        }}
        onAdd={({ id }) => onChange([...ids, id])}
        onRemove={({ id }) => onChange(ids.filter((one) => one !== id))}
      />
      <p class="muted help" id="requests-to-help">
        {t('settings.switches.requestsToHelp')}
      </p>
    </div>
  );
}
