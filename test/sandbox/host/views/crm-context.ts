import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Config, NO_WIDGET } from '../config';
import type { Module } from '../crm-api';
import type { Place } from '../place';
import { DEFAULTS, type Switches } from '../switches';
import type { Activity } from '../wire/requests';
import type { SdkCall } from '../wire/sdk-log';

/** What every part of the host page may need. */
export interface Crm {
  readonly config: Config;
  readonly switches: Switches;
  readonly modules: readonly Module[];
  /** What the API's switches stand at; `choose` moves one. */
  readonly choices: Config['choices'];
  choose(name: string, value: string): void;
  go(to: Place): void;
  change(values: Partial<Switches>): void;
  /** A call of the widget was made. */
  listed(call: Activity): void;
  /** A call of the SDK came, or was settled. */
  called(call: SdkCall): void;
  /** Shows a short message. */
  say(message: string): void;
}

const NOWHERE: Crm = {
  config: {
    user: '',
    people: [],
    sandboxOrg: '',
    choices: {},
    widget: NO_WIDGET,
    fixtures: {},
    widgetUrl: '',
    strangerUrl: '',
  },
  switches: DEFAULTS,
  modules: [],
  choices: {},
  choose: () => {},
  go: () => {},
  change: () => {},
  listed: () => {},
  called: () => {},
  say: () => {},
};

export const CrmContext = createContext<Crm>(NOWHERE);
export const useCrm = (): Crm => useContext(CrmContext);
