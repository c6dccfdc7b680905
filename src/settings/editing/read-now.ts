import type { UnknownObject } from '../../base/json';
import { fail, ok, type Result } from '../../crm/errors';
import { readConfiguration } from '../../crm/read-configuration';
import type { Send } from '../../crm/transport';
import { type Configuration, isParseProblem, parseConfiguration } from '../../locking/configuration/model';
import type { NewKey } from '../../locking/criteria/tree/node';

/** What it takes to read a module's configuration. */
export interface Reader {
  readonly send: Send;
  /** API name. */
  readonly module: string;
  readonly newKey: NewKey;
}

/** A configuration as it was read; `unexpected` when it is none. */
export function parseFound(found: UnknownObject | null, newKey: NewKey): Result<Configuration | null> {
  const read = found && parseConfiguration(found, newKey);
  return read && isParseProblem(read) ? fail('unexpected', { message: read.problem }) : ok(read);
}

/** The module's configuration as it is now; null: none. */
export async function readNow({ send, module, newKey }: Reader): Promise<Result<Configuration | null>> {
  const answer = await readConfiguration(send, module);
  return answer.ok ? parseFound(answer.value, newKey) : answer;
}
