import { isObject, type JsonObject } from '../sandbox/api/json';
import { detailsOf, entryOf, listOf } from './answers';
import type { Answer, ContractApi } from './api';
import { cleaner } from './clean-up';
import { eventually } from './eventually';
import { fence } from './fence';

const CONFIGURATIONS = '/settings/record_locking_configurations';
export const KEY = 'record_locking_configurations';

/** Makes what the suite works on, and takes all of it away again. */
export interface Workbench {
  /** Marks this run's records, so that a rule of the suite touches no other. */
  readonly mark: string;
  readonly configurationsPath: string;
  /** The administrator's calls, fenced in to what is the suite's own. */
  readonly call: ContractApi['administrator'];
  lockPath(record: string): string;
  newRecord(name?: string, values?: JsonObject): Promise<string>;
  change(record: string, values: JsonObject): Promise<Answer>;
  remove(record: string): Promise<Answer>;
  lock(record: string, reason: string): Promise<Answer>;
  readLock(record: string): Promise<Answer>;
  /** The reading of a lock, after the org had its time to make one. */
  lockSoon(record: string): Promise<Answer>;
  configure(body: JsonObject): Promise<Answer>;
  reconfigure(body: JsonObject): Promise<Answer>;
  /** Saves these as the only rules, with locking both ways; those of before are deleted in so many words. */
  onlyRules(rules: readonly JsonObject[]): Promise<Answer>;
  configuration(): Promise<JsonObject | undefined>;
  /** The same by the configuration's own address. */
  reconfigureNamed(body: JsonObject): Promise<Answer>;
  /** `listed`: its id is in the query, instead of the address. */
  removeConfiguration(way?: 'listed'): Promise<Answer>;
  refuseToTouch(): Promise<void>;
  /** Takes everything away; rejects with what could not be, for a person to do. */
  cleanUp(): Promise<void>;
}

const LOCK_FIELDS = [
  'Locked_For__s',
  'Locked_Reason__s',
  'Lock_Source__s',
  'Locked_Time__s',
  'Locked_By__s',
  'Record_Locking_Rule_Id__s',
  'Record_Locking_Configuration_Id__s',
].join();

/** No workflow, no e-mail: what the suite does to its records sets off nothing in the org. */
const QUIET = { trigger: [] };
const QUIETLY = 'wf_trigger=false';

export function workbench(api: ContractApi): Workbench {
  const { module, nameField } = api;
  const mark = `Contract ${Date.now().toString(36)}`;
  const configurationsPath = `${CONFIGURATIONS}?module=${module}`;
  const { call, own } = fence(api.administrator, module, api.configuration === 'own');
  let configured: string | null = null;

  const lockPath = (record: string) => `/${module}/${record}/Locking_Information__s`;
  const readLock = (record: string) => call('GET', `${lockPath(record)}?fields=${LOCK_FIELDS}`);
  const remove = (record: string) => call('DELETE', `/${module}/${record}?${QUIETLY}`);
  const configurationPath = () => `${CONFIGURATIONS}/${configured}?module=${module}`;
  const removeConfiguration = async (way?: 'listed'): Promise<Answer> => {
    const path = way === 'listed' ? `${configurationsPath}&ids=${configured}` : configurationPath();
    const answer = await call('DELETE', path);
    if (answer.status === 200) configured = null;
    return answer;
  };
  const reconfigure = (body: JsonObject) =>
    call('PUT', configurationsPath, { [KEY]: [{ id: configured, ...body }] });
  const configuration = async () => listOf(await call('GET', configurationsPath), KEY)[0];
  let made = 0;

  return {
    mark,
    configurationsPath,
    call,
    lockPath,
    newRecord: async (name, values) => {
      made += 1;
      const record = { ...api.values, ...values, [nameField]: name ?? `${mark} record ${made}` };
      const answer = await call('POST', `/${module}`, { data: [record], ...QUIET });
      const { id } = detailsOf(answer);
      if (typeof id !== 'string')
        throw new Error(`no record was made in ${module} for ${mark}: ${JSON.stringify(answer)}`);
      return id;
    },
    change: (record, values) => call('PUT', `/${module}/${record}`, { data: [values], ...QUIET }),
    remove,
    lock: (record, reason) => call('POST', lockPath(record), { data: [{ Locked_Reason__s: reason }] }),
    readLock,
    lockSoon: (record) =>
      eventually(
        () => readLock(record),
        ({ status }) => status === 200,
        api.patience,
      ),
    configure: async (body) => {
      const answer = await call('POST', configurationsPath, { [KEY]: [body] });
      const { id } = detailsOf(answer);
      if (entryOf(answer).code === 'SUCCESS' && typeof id === 'string') configured = id;
      return answer;
    },
    reconfigure,
    reconfigureNamed: (body) => call('PUT', configurationPath(), { [KEY]: [body] }),
    onlyRules: async (rules) => {
      const before = (await configuration())?.locking_rules;
      const gone = (Array.isArray(before) ? before : [])
        .filter(isObject)
        .flatMap(({ id }) => (typeof id === 'string' ? { id, _delete: true } : []));
      return reconfigure({ lock_type: 'both', locking_rules: [...gone, ...rules] });
    },
    configuration,
    removeConfiguration,
    refuseToTouch: async () => {
      const { status } = await call('GET', configurationsPath);
      if (status !== 204) throw new Error(`${module} has a locking configuration already (${status})`);
    },
    cleanUp: cleaner({
      module,
      own,
      hasConfiguration: () => configured !== null,
      removeConfiguration,
      readLock,
      unlock: (record, lock) => call('DELETE', `${lockPath(record)}/${lock}`),
      remove,
      patience: api.patience,
    }),
  };
}
