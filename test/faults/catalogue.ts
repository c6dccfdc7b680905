/**
 * Every form of call that the pages send to the CRM, and the functions of `src/crm` that make it. A new call needs a row here
 * and a site in the `…-sites.ts` of its page, which brings it before every fault: `complete.test.ts` sees to it.
 */
export interface CallForm {
  readonly method: string;
  readonly path: RegExp;
  /** Functions of `src/crm` that send it. */
  readonly made: readonly string[];
}

const word = String.raw`\w+`;
const form = (method: string, path: string, ...made: string[]): CallForm => ({
  method,
  path: new RegExp(`^/crm/v8/${path}$`),
  made,
});

const LOCK = `${word}/\\d+/Locking_Information__s`;
const CONFIGURATIONS = 'settings/record_locking_configurations';

/** More special forms come before more general ones. */
export const CALLS = {
  'read lock': form('GET', LOCK, 'readLock'),
  'read lock by id': form('GET', `${LOCK}/${word}`, 'readLockById'),
  lock: form('POST', LOCK, 'lockRecord'),
  'edit reason': form('PUT', `${LOCK}/${word}`, 'changeLockReason'),
  unlock: form('DELETE', `${LOCK}/${word}`, 'unlockRecord'),
  'read configuration': form('GET', CONFIGURATIONS, 'readConfiguration'),
  'create configuration': form('POST', CONFIGURATIONS, 'saveConfiguration'),
  'change configuration': form('PUT', CONFIGURATIONS, 'saveConfiguration'),
  'delete configuration': form('DELETE', `${CONFIGURATIONS}/${word}`, 'deleteConfiguration'),
  'read modules': form('GET', 'settings/modules', 'readModules', 'readLockableModules'),
  'read layouts': form('GET', 'settings/layouts', 'readStages'),
  'read stages': form('GET', 'settings/pipeline', 'readStages'),
  'read feature': form('GET', '__features/record_locking_configurations', 'readLockingFeature', 'askForList'),
  'read fields': form('GET', 'settings/fields', 'readFields'),
  'read profiles': form('GET', 'settings/profiles', 'readProfiles'),
  'read buttons': form('GET', 'settings/custom_buttons', 'readButtons'),
  'read roles': form('GET', 'settings/roles', 'readRoles'),
  'read groups': form('GET', 'settings/user_groups', 'readGroups'),
  'read users': form('GET', 'users', 'readUsers', 'readOwnProfile'),
  query: form(
    'POST',
    'coql',
    'queryRows',
    'byQuery',
    'countRecords',
    'sampleRecords',
    'readImpact',
    'countUnlocked',
    'sampleUnlocked',
    'findLockedRecords',
    'findMoreLocked',
  ),
  'read variable': form('GET', `settings/variables/${word}`, 'readCrmVariable'),
  'change variable': form('PUT', `settings/variables/${word}`, 'crmVariables'),
  'create variable': form('POST', 'settings/variables', 'crmVariables'),
  'read variables': form('GET', 'settings/variables', 'countVariables'),
  'search records': form('GET', `${word}/search`, 'searchRecords', 'findLockedRecords', 'findMoreLocked'),
  'read list views': form('GET', 'settings/custom_views', 'findLockedRecords'),
  'read several': form('POST', '__composite_requests', 'askTogether', 'readLocksTogether'),
  'read tasks': form('GET', `${word}/\\d+/Tasks`, 'readTasks'),
  'read tasks by id': form('GET', 'Tasks', 'readTasksById'),
  'create tasks': form('POST', 'Tasks', 'createTasks'),
  'complete tasks': form('PUT', 'Tasks', 'completeTasks'),
  'read notes': form('GET', `${word}/\\d+/Notes`, 'readNotes'),
  'add note': form('POST', `${word}/\\d+/Notes`, 'addNote'),
  'read timeline': form('GET', `${word}/\\d+/__timeline`, 'readTimeline'),
  'read access': form('GET', `${word}/\\d+`, 'readAccess', 'readOwner', 'readRecordValues'),
  'list records': form('GET', word, 'readAnyRecordId', 'readRecords', 'findLockedRecords', 'findMoreLocked'),
} as const satisfies Record<string, CallForm>;

export type CallName = keyof typeof CALLS;

/** Functions of `src/crm` that take a `Send` but decide no path: they carry the calls of others. */
export const CARRIERS = [
  'createRequestQueue',
  'retryReads',
  'readList',
  'readParsed',
  'readPage',
  'write',
] as const;

/** What the pages ask of the host page itself, beside calls to the CRM; `fault-matrix.spec.ts` has faults for each. */
export const HOST_CALLS = [
  'embeddedApp.on',
  'embeddedApp.init',
  'CRM.UI.Resize',
  'CRM.CONFIG.getUserPreference',
  'CRM.CONFIG.getCurrentUser',
] as const;

/** The name of a call's form; null for one that nobody has entered. */
export const callName = (method: string, path: string): CallName | null => {
  for (const [name, found] of Object.entries(CALLS))
    if (found.method === method && found.path.test(path)) return name as CallName;
  return null;
};
