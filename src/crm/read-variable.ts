import { errorOf, fail, ok, type Result } from './errors';
import { first, isEmpty, text } from './parse';
import { segment } from './paths';
import type { CrmReply, CrmRequest, Send } from './transport';

/** Reads a variable of the organisation by name; null when there is none. */
export type ReadVariable = (name: string) => Promise<Result<string | null>>;

export const VARIABLES = 'variables';
/** The group that every organisation has; a variable is found by its API name only together with its group. */
export const GROUP = 'General';

export const variablePath = (name: string): string =>
  `/crm/v8/settings/${VARIABLES}/${segment('Variable', name)}`;

/** Reads a CRM variable, which every user may. */
export const readCrmVariable =
  (send: Send): ReadVariable =>
  async (name) =>
    valueIn(await send(variableRequest(name)));

export const variableRequest = (name: string): CrmRequest => ({
  method: 'GET',
  path: variablePath(name),
  query: { group: GROUP },
});

/** The value that a reply to it brings. */
export function valueIn(reply: CrmReply): Result<string | null> {
  const error = errorOf(reply, VARIABLES);
  // Zoho does not print what it says of a name that is not there: that the name is no good.
  if (error) return error.code === 'INVALID_DATA' ? ok(null) : { ok: false, error };
  const row = first(reply, VARIABLES);
  return row || isEmpty(reply) ? ok(text(row?.value)) : fail('unexpected');
}
