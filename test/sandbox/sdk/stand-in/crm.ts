import { API } from './crm-api';
import { connections, http } from './crm-connections';
import { crmEvent, type Given } from './crm-event';

const config = (type: string, nameSpace?: unknown) => crmEvent({ category: 'CONFIG', type, nameSpace });
const ui = (action: unknown, data?: unknown) => crmEvent({ category: 'UI', action, data });

/** The kind of a META call is written into the widget's object, as the released SDK does. */
function meta(given: Given, type: string): Promise<unknown> {
  given.type = type;
  return crmEvent({ category: 'META', type, Entity: given.Entity, Id: given.Id });
}

const record = (action: string) => (given: Given) =>
  ui({ record: action }, { Entity: given.Entity, RecordID: given.RecordID, target: given.Target });

/** `ZOHO.CRM`. */
export const CRM = {
  ACTION: {
    setConfig: (object: unknown) =>
      crmEvent({ category: 'ACTION', type: 'CUSTOM_ACTION_SAVE_CONFIG', object }),
    enableAccountAccess: (object: unknown) =>
      crmEvent({ category: 'ACTION', type: 'ENABLE_ACCOUNT_ACCESS', object }),
  },
  FUNCTIONS: {
    execute(customFunctionName: string, data: Given) {
      data.auth_type = 'oauth';
      return crmEvent({ category: 'FUNCTIONS_EXECUTE', customFunctionName, data: { data } });
    },
  },
  EVENTS: {
    dispatch: (event_name: string, event_data: unknown) =>
      crmEvent({ category: 'EVENTS_DISPATCH', event_name, event_data }),
  },
  CONFIG: {
    getOrgInfo: () => config('ORG'),
    getCurrentUser: () => config('CURRENT_USER'),
    GetCurrentEnvironment: () => config('ORG_LEVEL_INFO'),
    getUserPreference: () => config('USER_PREFERENCE'),
  },
  META: {
    getFields: (given: Given) => meta(given, 'FIELD_LIST'),
    getModules: () => meta({}, 'MODULE_LIST'),
    getAssignmentRules: (given: Given) => meta(given, 'ASSIGNMENT_RULES'),
    getLayouts: (given: Given) => meta(given, given.Id ? 'LAYOUT' : 'LAYOUTS'),
    getRelatedList: (given: Given) => meta(given, 'RELATED_LIST'),
    getCustomViews: (given: Given) => meta(given, given.Id ? 'CUSTOM_VIEW' : 'CUSTOM_VIEWS'),
  },
  API: { ...API, getOrgVariable: (nameSpace: unknown) => config('VARIABLE', nameSpace) },
  UI: {
    Resize: ({ width, height }: Given) => ui('RESIZE', { width, height }),
    Dialer: {
      maximize: () => ui({ telephony: 'MAXIMIZE' }),
      minimize: () => ui({ telephony: 'MINIMIZE' }),
      notify: () => ui({ telephony: 'NOTIFY' }),
    },
    Record: {
      open: record('OPEN'),
      edit: record('EDIT'),
      create: record('CREATE'),
      populate: (values: Given) => ui({ record: 'POPULATE' }, values),
    },
    Popup: {
      close: () => ui({ popup: 'CLOSE' }),
      closeReload: () => ui({ popup: 'CLOSE_RELOAD' }),
    },
    Widget: { open: (given: Given) => ui({ webTab: 'OPEN' }, given) },
  },
  HTTP: http,
  ...connections,
  WIZARD: { post: (values: unknown) => crmEvent({ category: 'CRM_WIZARD', data: JSON.stringify(values) }) },
  BLUEPRINT: { proceed: () => crmEvent({ category: 'CRM_BLUEPRINT' }) },
};
