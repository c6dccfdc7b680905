import type { Shape } from '../shape';
import { type HostPage, NotBuilt } from './host-page';
import { API, ask, idOf, moduleOf } from './older-calls';

/** `getBluePrint` and `updateBluePrint`: the process a record is in, and a step of it. */
export async function answerBlueprint(data: Shape, page: HostPage): Promise<unknown> {
  const path = [moduleOf(data), idOf(data), 'actions', 'blueprint'];
  switch (data.action) {
    case 'GET_BLUEPRINT_STATUS':
      return ask(page, 'GET', path);
    case 'UPDATE_BLUEPRINT_STATUS':
      return ask(page, 'PUT', path, { body: data.BlueprintData });
    default:
      throw new NotBuilt(`the blueprint action ${data.action}`);
  }
}

/** Approvals: the sample org has no approval process, so nothing waits for anybody. */
export async function answerApprovals(data: Shape, page: HostPage): Promise<unknown> {
  switch (data.action) {
    case 'GET_ALL_ACTIONS':
      return { actions: await actionsOf(data, page) };
    case 'GET_APPROVAL_RECORDS':
    case 'GET_APPROVALBYID':
    case 'GET_APPROVALS_HISTORY':
      return { status: 204, statusText: 'nocontent' };
    default:
      throw new NotBuilt(`the approval action ${data.action}`);
  }
}

async function actionsOf(data: Shape, page: HostPage) {
  const [module, id] = [moduleOf(data), idOf(data)];
  await ask(page, 'GET', [module, id]);
  const names = ['change_owner', 'add_tags', 'remove_tags', ...(module === 'Leads' ? ['convert'] : [])];
  return names.map((name) => ({ http_method: 'POST', name, href: `${API}/${module}/${id}/actions/${name}` }));
}
