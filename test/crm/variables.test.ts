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
      expect(await variables.write(NAME, value)).toEqual({ ok: true, value: null });
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
    expect(await replying(page).variables.read(NAME)).toMatchObject({ ok: false });
    expect(await replying({ lost: 'timeout' }).variables.read(NAME)).toMatchObject({ ok: false });
    const { variables, sent } = replying(page);
    expect(await variables.write(NAME, 'x')).toMatchObject({ ok: false, error: { certain: false } });
    expect(sent).toHaveLength(1);
    expect(await replying({ status: 204, body: undefined }).variables.read(NAME)).toEqual({
      ok: true,
      value: null,
    });
  });
});
