import { errorOf, fail, ok, type Result } from './errors';
import { first, text } from './parse';
import { GROUP, type ReadVariable, readCrmVariable, VARIABLES, variablePath } from './read-variable';
import type { CrmRequest, Send } from './transport';

/** Variables of the organisation, wherever an installation keeps them. */
export interface Variables {
  readonly read: ReadVariable;
  /** Creates or changes a variable. Of an uncertain failure only reading tells what became of it. */
  write(name: string, value: string): Promise<Result<null>>;
}

/** The variables of the CRM, for an installation in one's own organisation. Writing wants the right to customise. */
export const crmVariables = (send: Send): Variables => ({
  read: readCrmVariable(send),
  async write(name, value) {
    const changed = await write(send, {
      method: 'PUT',
      path: variablePath(name),
      query: { group: GROUP },
      body: { [VARIABLES]: [{ value }] },
    });
    if (changed.ok || changed.error.code !== 'INVALID_DATA') return changed;
    const variable = { name, api_name: name, type: 'textarea', value, variable_group: { api_name: GROUP } };
    const created = await write(send, {
      method: 'POST',
      path: `/crm/v8/settings/${VARIABLES}`,
      body: { [VARIABLES]: [variable] },
    });
    // It is there: then it was the value that was no good.
    return !created.ok && created.error.code === 'DUPLICATE_DATA' ? changed : created;
  },
});

/** Only an explicit success is one: a proxy's page or an empty body proves nothing. */
async function write(send: Send, request: CrmRequest): Promise<Result<null>> {
  const reply = await send(request);
  const error = errorOf(reply, VARIABLES);
  if (error) return { ok: false, error };
  return text(first('body' in reply && reply.body, VARIABLES)?.code) === 'SUCCESS'
    ? ok(null)
    : fail('unexpected');
}
