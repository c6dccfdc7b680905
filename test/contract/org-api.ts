import type { JsonObject } from '../sandbox/api/json';
import type { Credentials } from '../sandbox/org/credentials';
import type { Endpoints } from '../sandbox/org/data-centres';
import { connectOrg, type OrgConnection } from '../sandbox/org/org-connection';
import { entryOf, listOf } from './answers';
import type { Call, ContractApi } from './api';
import { pickFields } from './pick-fields';

/** One run of the suite against a real org. */
export interface OrgRun {
  readonly credentials: Credentials;
  /** Where the suite's own records are made. */
  readonly module: string;
  /** What a record of that module needs besides its name. */
  readonly values: JsonObject;
  /** Lets the suite make a configuration in a module that has none, and delete it again. */
  readonly allowConfiguration: boolean;
  readonly endpoints?: Endpoints;
}

const PATIENCE_MS = 2000;

/** Zoho cannot lock these; the first that the org has is asked. */
const UNSUPPORTED = ['Campaigns', 'Calls', 'Events'];

export const callOver =
  (connection: OrgConnection): Call =>
  async (method, path, body) => {
    const reply = await connection({
      method,
      path: `/crm/v8${path}`,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: parsed(reply.text) };
  };

/** Looks at the org, with reads only, and tells what the suite may do there. Throws with a sentence for the person. */
export async function orgApi(run: OrgRun): Promise<ContractApi> {
  const { credentials, endpoints, module } = run;
  const call = callOver(connectOrg({ credentials, allowWrites: true, ...(endpoints ? { endpoints } : {}) }));
  const read = async (path: string) => {
    const answer = await call('GET', path);
    if (answer.status < 300) return answer;
    const { code, message } = entryOf(answer);
    throw new Error(`${path} was refused (${answer.status} ${code ?? ''}): ${message ?? ''}`);
  };
  const modules = listOf(await read('/settings/modules'), 'modules').map((one) => one.api_name);
  if (!modules.includes(module)) throw new Error(`The org has no module ${module}.`);
  const fields = pickFields(listOf(await read(`/settings/fields?module=${module}`), 'fields'));
  if (!fields) throw new Error(`${module} lacks a name and two texts that can be written.`);
  const path = `/settings/record_locking_configurations?module=${module}`;
  const [found] = listOf(await read(path), 'record_locking_configurations');
  if (found && run.allowConfiguration)
    throw new Error(`${module} has a locking configuration already. Name a module without one.`);
  return {
    ...fields,
    administrator: call,
    module,
    unsupportedModule: UNSUPPORTED.find((name) => modules.includes(name)) ?? 'Campaigns',
    values: run.values,
    patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    configuration: run.allowConfiguration ? 'own' : { found: found ? String(found.lock_type) : null },
  };
}

function parsed(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
