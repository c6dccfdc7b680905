import { explanationVariable } from '../../../src/locking/published/explanation';
import { explanationText } from '../../../src/locking/published/explanation-text';
import { ALL_OFF, type Switches } from '../../../src/locking/published/switches';
import type { Crm } from './crm';

/** Has an administrator publish what is turned on in a module, and reasons to offer. */
export async function turnOn(
  crm: Crm,
  switches: Partial<Switches>,
  offer: { reasons?: string[]; free?: boolean } = {},
  module = 'Deals',
): Promise<void> {
  const { reasons = [], free = true } = offer;
  const name = explanationVariable(module);
  const value = explanationText(module, null, null, {
    ...{ reasons, common: [], free },
    switches: { ...ALL_OFF, ...switches },
  });
  const send = (method: string, path: string, variable: object) =>
    crm.sandbox.fetch(
      new Request(`http://127.0.0.1/crm/v8/settings/${path}`, {
        method,
        headers: { 'x-sandbox-user': 'admin' },
        body: JSON.stringify({ variables: [variable] }),
      }),
    );
  const changed = await send('PUT', `variables/${name}?group=General`, { value });
  if (changed.ok) return;
  const group = { api_name: 'General' };
  await send('POST', 'variables', { name, api_name: name, type: 'textarea', value, variable_group: group });
}
