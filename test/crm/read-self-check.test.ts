import { describe, expect, it } from 'vitest';
import { countVariables, readAnyRecordId, readOwnProfile } from '../../src/crm/read-self-check';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';
import { createCrm } from '../record/support/crm';

/** A CRM that gives this answer to everything, and what it was asked. */
function answering(reply: CrmReply) {
  const sent: CrmRequest[] = [];
  const send: Send = async (request) => {
    sent.push(request);
    return reply;
  };
  return { sent, send };
}
const found = (key: string, ...rows: unknown[]): CrmReply => ({ status: 200, body: { [key]: rows } });
const value = (of: unknown) => ({ ok: true, value: of });
const error = (kind: string) => ({ ok: false, error: expect.objectContaining({ kind }) });
const PAGE: CrmReply = { status: 200, body: '<!doctype html>' };

describe('the profile of whoever is signed in', () => {
  it('is read by its name, in one call', async () => {
    const line = createCrm().as('viewer');
    expect(await readOwnProfile(line.send)).toEqual(value('Sales (no lock)'));
    expect(line.calls).toEqual(['GET users']);
    const { sent, send } = answering(found('users', { profile: { name: 'Sales' } }));
    expect(await readOwnProfile(send)).toEqual(value('Sales'));
    expect(sent).toEqual([{ method: 'GET', path: '/crm/v8/users', query: { type: 'CurrentUser' } }]);
  });

  it.each<[string, CrmReply, unknown]>([
    ['no name where the reply has none', found('users', { profile: { id: '7' } }), value(null)],
    ['no name where there is no profile', found('users', { id: '3' }), value(null)],
    ['no name that is no text', found('users', { profile: { name: 7 } }), value(null)],
    ['nothing of a page', PAGE, error('unexpected')],
    ['nothing of nobody', found('users'), error('unexpected')],
    ['nothing of a reply that is lost', { lost: 'timeout' }, error('timeout')],
    [
      'nothing of a refusal',
      { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } },
      error('noPermission'),
    ],
    [
      'nothing of a refusal in a list',
      found('users', { code: 'OAUTH_SCOPE_MISMATCH', status: 'error' }),
      error('unauthorised'),
    ],
  ])('tells %s', async (_what, reply, answer) => {
    expect(await readOwnProfile(answering(reply).send)).toEqual(answer);
  });
});

describe('some record of a module', () => {
  it('is found by its id alone, in one call', async () => {
    const crm = createCrm();
    const answer = await readAnyRecordId(crm.as('admin').send, 'Deals');
    expect(crm.sandbox.org.records('Deals').map(({ id }) => id)).toContain(answer.ok && answer.value);
    const { sent, send } = answering(found('data', { id: '5843104000000424001' }, { id: '2' }));
    expect(await readAnyRecordId(send, 'Deals')).toEqual(value('5843104000000424001'));
    expect(sent).toEqual([{ method: 'GET', path: '/crm/v8/Deals', query: { fields: 'id', per_page: '1' } }]);
  });

  it.each<[string, CrmReply, unknown]>([
    ['none where there is none', { status: 204, body: '' }, value(null)],
    ['none without an id', found('data', { Deal_Name: 'x' }), value(null)],
    ['none by an id that leads elsewhere', found('data', { id: '1/..' }), value(null)],
    ['none by an id with something before it', found('data', { id: '../1' }), value(null)],
    ['none by an id that is no number', found('data', { id: 'x' }), value(null)],
    ['none by an id that is too long', found('data', { id: '1'.repeat(31) }), value(null)],
    ['nothing of a page', PAGE, error('unexpected')],
    [
      'nothing of a refusal',
      { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } },
      error('noPermission'),
    ],
  ])('tells %s', async (_what, reply, answer) => {
    expect(await readAnyRecordId(answering(reply).send, 'Deals')).toEqual(answer);
  });

  it('is not looked for in what is no module, and the refusal says so without the text', async () => {
    const { sent, send } = answering(found('data'));
    await expect(readAnyRecordId(send, 'Deals/1')).rejects.toThrow(/^Module is not a word/);
    expect(sent).toEqual([]);
  });
});

describe('the variables', () => {
  it('are counted, in one call', async () => {
    const { sent, send } = answering(found('variables', { id: '1' }, { id: '2' }));
    expect(await countVariables(send)).toEqual(value(2));
    expect(sent).toEqual([{ method: 'GET', path: '/crm/v8/settings/variables' }]);
  });

  it.each<[string, CrmReply, unknown]>([
    ['none where there are none', { status: 204, body: '' }, value(0)],
    ['nothing of a page', PAGE, error('unexpected')],
    [
      'nothing of a refusal in a list',
      found('variables', { code: 'NO_PERMISSION', status: 'error' }),
      error('noPermission'),
    ],
  ])('tell %s', async (_what, reply, answer) => {
    expect(await countVariables(answering(reply).send)).toEqual(answer);
  });
});
