import type { Result } from './errors';
import { GROUP, type ReadVariable, readCrmVariable, VARIABLES, variablePath } from './read-variable';
import type { Send } from './transport';
import { type Written, write } from './write';

/** Variables of the organisation, wherever an installation keeps them. */
export interface Variables {
  readonly read: ReadVariable;
  /** Creates or changes a variable. Of an uncertain failure only reading tells what became of it. */
  write(name: string, value: string): Promise<Result<Written>>;
}

/** The variables of the CRM, for an installation in one's own organisation. Writing wants the right to customise. */
export const crmVariables = (send: Send): Variables => ({
  read: readCrmVariable(send),
  async write(name, value) {
    const changed = await write(
      send,
      {
        method: 'PUT',
        path: variablePath(name),
        query: { group: GROUP },
        body: { [VARIABLES]: [{ value }] },
      },
      VARIABLES,
    );
    if (changed.ok || changed.error.code !== 'INVALID_DATA') return changed;
    const variable = { name, api_name: name, type: 'textarea', value, variable_group: { api_name: GROUP } };
    const created = await write(
      send,
      { method: 'POST', path: `/crm/v8/settings/${VARIABLES}`, body: { [VARIABLES]: [variable] } },
      VARIABLES,
    );
    // It is there: then it was the value that was no good.
    return !created.ok && created.error.code === 'DUPLICATE_DATA' ? changed : created;
  },
});
