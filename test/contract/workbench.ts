import type { JsonObject } from '../sandbox/api/json';
import { detailsOf, entryOf, listOf } from './answers';
import type { Answer, ContractApi } from './api';

const CONFIGURATIONS = '/settings/record_locking_configurations';
export const KEY = 'record_locking_configurations';

/** Makes what the suite works on, and takes all of it away again. */
export interface Workbench {
  /** Marks this run's records, so that a rule of the suite touches no other. */
  readonly mark: string;
  readonly configurationsPath: string;
  lockPath(record: string): string;
  newRecord(name?: string): Promise<string>;
  lock(record: string, reason: string): Promise<Answer>;
  readLock(record: string): Promise<Answer>;
  configure(body: JsonObject): Promise<Answer>;
  reconfigure(body: JsonObject): Promise<Answer>;
  configuration(): Promise<JsonObject | undefined>;
  removeConfiguration(): Promise<Answer>;
  refuseToTouch(): Promise<void>;
  cleanUp(): Promise<void>;
}

export function workbench({ administrator, module, nameField }: ContractApi): Workbench {
  const mark = `Contract ${Date.now().toString(36)}`;
  const configurationsPath = `${CONFIGURATIONS}?module=${module}`;
  const records: string[] = [];
  let configured: string | null = null;

  const lockPath = (record: string) => `/${module}/${record}/Locking_Information__s`;
  const removeConfiguration = async (): Promise<Answer> => {
    const answer = await administrator('DELETE', `${CONFIGURATIONS}/${configured}?module=${module}`);
    if (answer.status === 200) configured = null;
    return answer;
  };

  return {
    mark,
    configurationsPath,
    lockPath,
    newRecord: async (name = `${mark} record ${records.length + 1}`) => {
      const answer = await administrator('POST', `/${module}`, { data: [{ [nameField]: name }] });
      const { id } = detailsOf(answer);
      if (typeof id !== 'string') throw new Error(`no record was made: ${JSON.stringify(answer)}`);
      records.push(id);
      return id;
    },
    lock: (record, reason) =>
      administrator('POST', lockPath(record), { data: [{ Locked_Reason__s: reason }] }),
    readLock: (record) => administrator('GET', `${lockPath(record)}?fields=Locked_Reason__s,Lock_Source__s`),
    configure: async (body) => {
      const answer = await administrator('POST', configurationsPath, { [KEY]: [body] });
      const { id } = detailsOf(answer);
      if (entryOf(answer).code === 'SUCCESS' && typeof id === 'string') configured = id;
      return answer;
    },
    reconfigure: (body) => administrator('PUT', configurationsPath, { [KEY]: [{ id: configured, ...body }] }),
    configuration: async () => listOf(await administrator('GET', configurationsPath), KEY)[0],
    removeConfiguration,
    refuseToTouch: async () => {
      const { status } = await administrator('GET', configurationsPath);
      if (status !== 204) throw new Error(`${module} has a locking configuration already (${status})`);
    },
    cleanUp: async () => {
      // The configuration goes first: with it go the locks that would keep the records.
      if (configured) await removeConfiguration();
      for (const id of records) await administrator('DELETE', `/${module}/${id}`);
    },
  };
}
