import { describe, expect, it } from 'vitest';
import type { CrmReply, CrmRequest } from '../../src/crm/transport';
import { crmVariables } from '../../src/crm/write-variable';
import { createCrm } from '../record/support/crm';

const NAME = 'record_lock_Deals';
const replying = (...replies: CrmReply[]) => {
  const sent: CrmRequest[] = [];
  const variables = crmVariables(async (request) => {
    sent.push(request);
    return replies.shift() ?? { lost: 'offline' };
  });
  return { sent, variables };
};

describe('a variable of the CRM', () => {
  it('is created at the first write, changed at the next, and read by everybody', async () => {
    const crm = createCrm();
    const admin = crm.as('admin');
    const variables = crmVariables(admin.send);
    expect(await variables.read(NAME)).toEqual({ ok: true, value: null });
    for (const value of ['one', 'two']) {
      expect(await variables.write(NAME, value)).toMatchObject({ ok: true });
      expect(await crmVariables(crm.as('sales').send).read(NAME)).toEqual({ ok: true, value });
    }
    expect(admin.calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'PUT', 'POST', 'PUT']);
  });

  it('is written by those who may', async () => {
    const answer = await crmVariables(createCrm().as('sales').send).write(NAME, 'mine');
    expect(answer).toMatchObject({ ok: false, error: { kind: 'noPermission', certain: true } });
  });

  it('that is too long is refused for that, not because it exists', async () => {
    const variables = crmVariables(createCrm().as('admin').send);
    await variables.write(NAME, 'short');
    const answer = await variables.write(NAME, 'x'.repeat(60_000));
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_DATA', certain: true } });
    expect(await variables.read(NAME)).toEqual({ ok: true, value: 'short' });
  });

  it('is not taken for absent or written because of a reply that proves nothing', async () => {
    const page = { status: 200, body: '<!doctype html>' };
    expect(await replying(page).variables.read(NAME)).toMatchObject({
      ok: false,
      error: { kind: 'unexpected' },
    });
    expect(await replying({ lost: 'timeout' }).variables.read(NAME)).toMatchObject({ ok: false });
    const { variables, sent } = replying(page);
    expect(await variables.write(NAME, 'x')).toMatchObject({ ok: false, error: { certain: false } });
    expect(sent).toHaveLength(1);
    expect(await replying({ status: 204, body: undefined }).variables.read(NAME)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('is found and made in the group that every organisation has', async () => {
    const unknown: CrmReply = { status: 400, body: { code: 'INVALID_DATA', status: 'error' } };
    const made: CrmReply = { status: 201, body: { variables: [{ code: 'SUCCESS', status: 'success' }] } };
    const { variables, sent } = replying(unknown, unknown, made);
    expect(await variables.read(NAME)).toEqual({ ok: true, value: null });
    expect(await variables.write(NAME, 'one')).toMatchObject({ ok: true });
    const [path, query] = [`/crm/v8/settings/variables/${NAME}`, { group: 'General' }];
    expect(sent).toEqual([
      { method: 'GET', path, query },
      { method: 'PUT', path, query, body: { variables: [{ value: 'one' }] } },
      {
        method: 'POST',
        path: '/crm/v8/settings/variables',
        body: {
          variables: [
            {
              name: NAME,
              api_name: NAME,
              type: 'textarea',
              value: 'one',
              variable_group: { api_name: 'General' },
            },
          ],
        },
      },
    ]);
  });

  it('that cannot be made is refused for what stands in the way of making it', async () => {
    const { variables } = replying(
      { status: 400, body: { code: 'INVALID_DATA', status: 'error' } },
      { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } },
    );
    expect(await variables.write(NAME, 'x')).toMatchObject({ ok: false, error: { kind: 'noPermission' } });
  });

  it('is not asked for by what is no name, and the refusal says so without the text', async () => {
    const { variables, sent } = replying();
    await expect(variables.read('a/b')).rejects.toThrow(/^Variable is not a word/);
    expect(sent).toEqual([]);
  });
});
