import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { createActivityLog } from '../activity-log';
import { chooseOption } from '../choose-option';
import type { Config } from '../config';
import { readModules } from '../crm-api';
import { hrefOf, moduleOf, type Place, readPlace, withQuery } from '../place';
import { readSwitches, type Switches, writeSwitches } from '../switches';
import { useLoaded } from '../use-loaded';
import { createSdkLog } from '../wire/sdk-log';
import { CrmContext } from './crm-context';
import { ListPage } from './ListPage';
import { MyTasksPage } from './MyTasksPage';
import { RecordPage } from './RecordPage';
import { SandboxBar } from './SandboxBar';
import { SettingsPage } from './SettingsPage';
import { SideBar } from './SideBar';
import { Stranger } from './Stranger';
import { Toast } from './Toast';
import { TopBar } from './TopBar';
import { WebTabPage } from './WebTabPage';

const here = () => new URL(location.href);

/** What a web tab was told by whoever opened it belongs to the entry of the browser's history, so a reload keeps it. */
function presentPlace(): Place {
  const place = readPlace(here());
  const message: unknown = history.state;
  return place.kind === 'web-tab' && message !== null ? { ...place, message } : place;
}

/** The whole CRM: side bar, the page of the present place, and the sandbox's own bar below. */
export function App({ config }: { readonly config: Config }) {
  const [place, setPlace] = useState(presentPlace);
  const [switches, setSwitches] = useState(() => readSwitches(here().searchParams));
  const [activity] = useState(createActivityLog);
  const [choices, setChoices] = useState(config.choices);
  const [sdkLog] = useState(createSdkLog);
  const [notice, say] = useState('');
  const [ids] = useState(() => here().searchParams.get('ids')?.split(',').filter(Boolean) ?? []);
  const modules = useLoaded('modules', readModules).value ?? [];

  const go = useCallback(
    (to: Place) => {
      const message = to.kind === 'web-tab' ? (to.message ?? null) : null;
      history.pushState(message, '', withQuery(hrefOf(to), writeSwitches(switches)));
      setPlace(to);
    },
    [switches],
  );
  const change = useCallback(
    (values: Partial<Switches>) => {
      const next = { ...switches, ...values };
      history.replaceState(history.state, '', withQuery(hrefOf(place), writeSwitches(next)));
      setSwitches(next);
    },
    [place, switches],
  );
  useEffect(() => {
    const back = () => setPlace(presentPlace());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = switches.mode;
  }, [switches.mode]);

  const choose = useCallback(async (name: string, value: string) => {
    const reply = await chooseOption(name, value);
    setChoices(reply.choices);
    // The address would choose otherwise at the next reload.
    const url = here();
    url.searchParams.delete(name);
    if (reply.isNew) location.replace(url);
    else history.replaceState(history.state, '', url);
  }, []);
  const crm = useMemo(
    () => ({
      config,
      switches,
      go,
      change,
      listed: activity.add,
      called: sdkLog.add,
      say,
      modules,
      choices,
      choose,
    }),
    [config, switches, go, change, activity, sdkLog, modules, choices, choose],
  );
  const module = moduleOf(place);
  return (
    <CrmContext.Provider value={crm}>
      <div class="crm">
        <SideBar place={place} />
        <div class="crm-body">
          <TopBar module={module || 'Deals'} word={place.kind === 'list' ? place.word : ''} />
          {place.kind === 'list' && <ListPage key={place.module} place={place} ids={ids} />}
          {place.kind === 'record' && (
            <RecordPage key={place.module + place.id} module={place.module} id={place.id} ids={ids} />
          )}
          {place.kind === 'my-tasks' && <MyTasksPage />}
          {place.kind === 'settings' && <SettingsPage />}
          {place.kind === 'web-tab' && <WebTabPage key={JSON.stringify(place)} place={place} />}
        </div>
        <Toast notice={notice} onEnd={() => say('')} />
      </div>
      {switches.fault === 'forged' && config.strangerUrl && <Stranger url={config.strangerUrl} />}
      <SandboxBar activity={activity} sdkLog={sdkLog} />
    </CrmContext.Provider>
  );
}
