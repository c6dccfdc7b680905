import { useEffect, useState } from 'preact/hooks';
import type { ActivityLog } from '../activity-log';
import * as choices from '../switches';
import type { SdkLog } from '../wire/sdk-log';
import { ActivityList } from './ActivityList';
import { useCrm } from './crm-context';
import { EventSender } from './EventSender';
import { OptionPanel } from './OptionPanel';
import { SdkCallList } from './SdkCallList';

interface SandboxBarProps {
  readonly activity: ActivityLog;
  readonly sdkLog: SdkLog;
}

/** The sandbox's own controls, apart from the CRM: who is signed in, where the widget stands, what goes wrong. */
export function SandboxBar({ activity, sdkLog }: SandboxBarProps) {
  const { config, switches, change } = useCrm();
  const [above, setAbove] = useState<'' | 'calls' | 'sdk' | 'options'>('');
  const count = useCount(activity);
  const sdkCount = useCount(sdkLog);
  const toggle = (what: typeof above) => setAbove(above === what ? '' : what);
  const isOpen = switches.bar === 'open';
  const fold = () => change({ bar: isOpen ? 'closed' : 'open' });
  return (
    <aside class={isOpen ? 'sandbox-bar' : 'sandbox-bar closed'} aria-label="Sandbox">
      {isOpen && above === 'calls' && <ActivityList activity={activity.calls} />}
      {isOpen && above === 'options' && <OptionPanel />}
      {isOpen && above === 'sdk' && (
        <div class="activity sdk-calls">
          <EventSender />
          <SdkCallList log={sdkLog} />
        </div>
      )}
      <div class="sandbox-controls">
        <button type="button" class="sandbox-name" aria-expanded={isOpen} onClick={fold}>
          Sandbox
        </button>
        {isOpen && (
          <>
            {config.org && <OrgMark {...config.org} />}
            <label>
              User
              <select value={config.user} onChange={(event) => signIn(event.currentTarget.value)}>
                {config.people.map(({ key, name, profile }) => (
                  <option key={key} value={key}>
                    {name} ({profile})
                  </option>
                ))}
              </select>
            </label>
            <Switch name="placement" label="Placement" of={choices.PLACEMENTS} />
            <Switch name="width" label="Width" of={choices.WIDTHS} />
            <Switch name="mode" label="Theme" of={choices.MODES} />
            <Switch name="lang" label="Language" of={choices.LANGUAGES} />
            <Switch name="latency" label="Latency (ms)" of={choices.LATENCIES} />
            <Switch name="fault" label="Fault" of={config.org ? FAULTS_OVER_ORG : choices.FAULTS} />
            <Switch name="faultOn" label="On calls" of={choices.FAULT_ON} />
            <button type="button" aria-expanded={above === 'calls'} onClick={() => toggle('calls')}>
              API calls: {count}
            </button>
            <button type="button" aria-expanded={above === 'sdk'} onClick={() => toggle('sdk')}>
              SDK calls: {sdkCount}
            </button>
            {!config.org && (
              <>
                <button type="button" aria-expanded={above === 'options'} onClick={() => toggle('options')}>
                  Org and API
                </button>
                <button type="button" onClick={() => reset(config.sandboxOrg, config.sandboxOrg)}>
                  Reset data
                </button>
                <button
                  type="button"
                  onClick={() => reset(config.sandboxOrg, config.sandboxOrg === 'main' ? 'other' : 'main')}
                >
                  {config.sandboxOrg === 'main' ? 'Another org' : 'Back to the first org'}
                </button>
              </>
            )}
          </>
        )}
      </div>
    </aside>
  );
}

/** How many calls there are. */
function useCount(
  log: Pick<ActivityLog | SdkLog, 'listen'> & { readonly calls: readonly unknown[] },
): number {
  const [count, setCount] = useState(0);
  useEffect(() => log.listen(() => setCount(log.calls.length)), [log]);
  return count;
}

/** No stranger's page is served beside a real org. */
const FAULTS_OVER_ORG = choices.FAULTS.filter((fault) => fault !== 'forged');

/** Whoever clicks must know that this is no sample data. */
function OrgMark({
  dataCentre,
  allowWrites,
}: {
  readonly dataCentre: string;
  readonly allowWrites: boolean;
}) {
  return (
    <b>
      Real org ({dataCentre}), {allowWrites ? 'writes are sent' : 'reads only'}
    </b>
  );
}

interface SwitchProps {
  readonly name: keyof choices.Switches;
  readonly label: string;
  readonly of: readonly string[];
}

/** One switch; a value that came by the address and is not among the choices is shown with them. */
function Switch({ name, label, of }: SwitchProps) {
  const { switches, change } = useCrm();
  const present = switches[name];
  const options = of.includes(present) ? of : [...of, present];
  return (
    <label>
      {label}
      <select value={present} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}

/** Another person signs in: everything on the page is read again. */
async function signIn(user: string): Promise<void> {
  await fetch('/sandbox/session', { method: 'POST', body: JSON.stringify({ user }) });
  const url = new URL(location.href);
  url.searchParams.delete('user');
  location.replace(url);
}

/** The sample data of an org. Records of another one are not there: their list takes the place of an open one. */
async function reset(present: string, org: string): Promise<void> {
  await fetch('/sandbox/reset', { method: 'POST', body: JSON.stringify({ org }) });
  const { pathname, search } = location;
  const list = pathname.replace(/^(\/crm\/tab\/[^/]+)\/.*/, '$1');
  if (org === present || list === pathname) location.reload();
  else location.assign(list + search);
}
