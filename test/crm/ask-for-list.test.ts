import { expect, it } from 'vitest';
import { askForList } from '../../src/crm/read-list';
import type { CrmReply, CrmRequest } from '../../src/crm/transport';

const LIST: CrmRequest = { method: 'GET', path: '/crm/v8/settings/roles' };
const FOUND: CrmReply = { status: 200, body: { roles: [] } };
const NONE: CrmReply = { status: 204, body: '' };
const BLANK: CrmReply = { status: 200, body: '' };
const REFUSED: CrmReply = { status: 403, body: { code: 'NO_PERMISSION' } };

it.each<[string, CrmReply[], CrmReply, calls: number]>([
  ['a list', [FOUND], FOUND, 1],
  ['none', [NONE], NONE, 1],
  ['a refusal without a body', [{ status: 403, body: '' }], { status: 403, body: '' }, 1],
  ['a redirect without a body', [{ status: 300, body: '' }], { status: 300, body: '' }, 1],
  ['nothing, then a list', [BLANK, FOUND], FOUND, 2],
  ['nothing, then none', [BLANK, NONE], NONE, 2],
  ['nothing twice, of a host that answers other calls', [BLANK, BLANK, FOUND], BLANK, 3],
  ['nothing twice, of a host that refuses other calls', [BLANK, BLANK, REFUSED], BLANK, 3],
  ['nothing whatever is asked', [BLANK, BLANK, BLANK], { lost: 'connection' }, 3],
])('%s', async (_name, replies, answer, calls) => {
  const sent: CrmRequest[] = [];
  const reply = await askForList(async (request) => {
    sent.push(request);
    return replies[sent.length - 1] ?? FOUND;
  }, LIST);
  expect(reply).toEqual(answer);
  expect(sent).toHaveLength(calls);
});
