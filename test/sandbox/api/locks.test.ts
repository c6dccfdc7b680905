import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { isArray, isObject, type Json } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const FIELDS = '?fields=Locked_By__s,Locked_Reason__s';
const lockPath = (id: string, module = 'Deals') => `/${module}/${id}/Locking_Information__s`;
const body = (reason: Json): Json => ({ data: [{ Locked_Reason__s: reason }] });

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const as = (user: string) => caller(sandbox, user);
  return { sandbox, sales: as('sales'), admin: as('admin'), viewer: as('viewer') };
}

describe('reading a lock', () => {
  it('answers as Zoho does for a lock made by a rule', async () => {
    const { sales } = open();
    const { status, body } = await sales('GET', lockPath(known.automaticDeal) + FIELDS);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          Locked_By__s: null,
          Locked_For__s: {
            module: { api_name: 'Deals', id: '5843104000000002181' },
            name: 'Commercial Press',
            id: '5843104000001068077',
          },
          $field_states: null,
          Locked_Reason__s: null,
          $editable: false,
          $sharing_permission: 'read_only',
          Lock_Source__s: 'Automatic',
          Locked_Time__s: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/),
          Record_Locking_Configuration_Id__s: '5843104000001068044',
          Record_Locking_Rule_Id__s: '5843104000001068052',
          id: '5843104000001072001',
          Feature_Type__s: 'record_locking',
          $zia_visions: null,
        },
      ],
      info: { per_page: 200, count: 1, page: 1, more_records: false },
    });
  });

  it('is given by its id without naming fields, and in the list only with them', async () => {
    const { sales } = open();
    const path = lockPath(known.manualDeal);
    const { body } = await sales('GET', path + FIELDS);
    const [lock] = isObject(body) && isArray(body.data) ? body.data.filter(isObject) : [];
    expect(await sales('GET', `${path}/${lock?.id}`)).toEqual({ status: 200, body: { data: [lock] } });
    expect((await sales('GET', path)).body).toMatchObject({
      code: 'REQUIRED_PARAM_MISSING',
      details: { param_name: 'fields' },
    });
  });

  it('answers 204 without a body when there is no lock', async () => {
    const { sales } = open();
    expect(await sales('GET', lockPath(known.openDeal) + FIELDS)).toEqual({ status: 204, body: undefined });
  });

  it('is 204 or NOT_ALLOWED in a module without configuration, as it is told to be', async () => {
    const usual = open();
    const [contact] = usual.sandbox.org.records('Contacts');
    const path = lockPath(contact?.id ?? '', 'Contacts') + FIELDS;
    expect((await usual.sales('GET', path)).status).toBe(204);
    const strict = open({ missingConfiguration: 'not-allowed' });
    expect(await strict.sales('GET', path)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED', message: 'Required Record Locking Configuration is not present' },
    });
  });
});

describe('locking, correcting and unlocking by hand', () => {
  it('goes through the cycle of Zoho’s sample', async () => {
    const { sandbox, sales } = open();
    const locked = await sales('POST', lockPath(known.openDeal), body('last round of negotiations '));
    expect(locked).toMatchObject({
      status: 201,
      body: { data: [{ message: 'record added', code: 'SUCCESS' }] },
    });
    const id = sandbox.org.lockOf('Deals', known.openDeal)?.id ?? '';
    expect(locked.body).toMatchObject({
      data: [{ details: { id, Created_By: { name: 'Patricia Boyle' } } }],
    });
    expect(
      await sales('PUT', `${lockPath(known.openDeal)}/${id}`, body('awaiting final approval')),
    ).toMatchObject({
      status: 200,
      body: { data: [{ message: 'relation updated', details: { id } }] },
    });
    expect(await sales('GET', `${lockPath(known.openDeal)}/${id}`)).toMatchObject({
      body: {
        data: [
          {
            Locked_Reason__s: 'awaiting final approval',
            Lock_Source__s: 'Manual',
            Locked_By__s: { name: 'Patricia Boyle', id: known.salesUser },
            Record_Locking_Rule_Id__s: null,
            $editable: true,
          },
        ],
      },
    });
    expect(await sales('DELETE', `${lockPath(known.openDeal)}/${id}`)).toEqual({
      status: 200,
      body: { data: [{ code: 'SUCCESS', details: { id }, message: 'relation removed', status: 'success' }] },
    });
    expect((await sales('GET', lockPath(known.openDeal) + FIELDS)).status).toBe(204);
  });

  it.each([
    ['already locked', known.manualDeal, 'record is already locked'],
    ['locked by a rule', known.automaticDeal, 'record is already locked'],
  ])('refuses a record that is %s', async (_what, id, message) => {
    const { sales } = open();
    expect(await sales('POST', lockPath(id), body('again'))).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED', message, details: { resource_path_index: 1 } },
    });
  });

  it('refuses to lock by hand where only rules lock', async () => {
    const { sandbox, sales } = open();
    const [invoice] = sandbox.org.records('Invoices');
    expect(await sales('POST', lockPath(invoice?.id ?? '', 'Invoices'), body('mine'))).toMatchObject({
      status: 403,
      body: {
        code: 'NOT_ALLOWED',
        message: 'record cannot be locked, only automatic locking is configured',
        details: { resource_path_index: 1 },
      },
    });
  });

  it('keeps an automatic lock from being edited or removed by hand', async () => {
    const { sales } = open();
    const path = `${lockPath(known.automaticDeal)}/5843104000001072001`;
    expect(await sales('DELETE', path)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED', message: 'Automatically locked records can not be unlocked manually' },
    });
    expect(await sales('PUT', path, body('why'))).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    });
  });

  it('takes only the manual part of a lock made both ways, or refuses, as it is told to', async () => {
    const usual = open();
    const path = `${lockPath(known.bothDeal)}/5843104000001072007`;
    expect((await usual.sales('DELETE', path)).status).toBe(200);
    expect(await usual.sales('GET', path)).toMatchObject({
      body: { data: [{ Lock_Source__s: 'Automatic', Locked_Reason__s: null, Locked_By__s: null }] },
    });
    expect((await open({ unlockOfBoth: 'refused' }).sales('DELETE', path)).status).toBe(403);
  });

  it.each(['POST', 'PUT', 'DELETE'])('wants the Lock permission of the profile for %s', async (method) => {
    const { sandbox, viewer } = open();
    const lock = sandbox.org.lockOf('Deals', known.manualDeal)?.id ?? '';
    const path = method === 'POST' ? lockPath(known.openDeal) : `${lockPath(known.manualDeal)}/${lock}`;
    expect(await viewer(method, path, method === 'DELETE' ? undefined : body('x'))).toMatchObject({
      status: 403,
      body: { code: 'NO_PERMISSION', details: { permissions: ['Crm_Implied_Lock_Deals'] } },
    });
    expect(sandbox.org.lockOf('Deals', known.openDeal)).toBeUndefined();
    expect(sandbox.org.lockOf('Deals', known.manualDeal)?.id).toBe(lock);
  });
});

describe('refusals of a lock call', () => {
  const reasonAt = { api_name: 'Locked_Reason__s', json_path: '$.data[0].Locked_Reason__s' };

  it.each([
    ['nothing', undefined, 'MANDATORY_NOT_FOUND', {}],
    ['null', null, 'MANDATORY_NOT_FOUND', {}],
    ['blanks', ' \n ', 'MANDATORY_NOT_FOUND', {}],
    ['a number', 7, 'INVALID_DATA', { expected_data_type: 'text' }],
    ['3,001 characters', 'x'.repeat(3001), 'INVALID_DATA', { maximum_length: 3000 }],
  ])('tells that the reason is %s', async (_what, reason, code, more) => {
    const { sales } = open();
    const sent = reason === undefined ? { data: [{}] } : body(reason);
    expect(await sales('POST', lockPath(known.openDeal), sent)).toMatchObject({
      status: 400,
      body: { data: [{ code, details: { ...reasonAt, ...more }, status: 'error' }] },
    });
  });

  it('takes a reason of exactly 3,000 characters', async () => {
    const { sales } = open();
    expect((await sales('POST', lockPath(known.openDeal), body('x'.repeat(3000)))).status).toBe(201);
  });

  it('takes one lock a call', async () => {
    const { sales } = open();
    const two = { data: [{ Locked_Reason__s: 'a' }, { Locked_Reason__s: 'b' }] };
    expect(await sales('POST', lockPath(known.openDeal), two)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', details: { maximum_length: 1, json_path: '$.data' } },
    });
  });

  it.each([
    ['an unknown module', 'GET', '/Nothing/1/Locking_Information__s?fields=A', 'INVALID_MODULE', 0],
    ['an unknown record', 'GET', `${lockPath('58431040000019')}?fields=A`, 'INVALID_DATA', 1],
    ['an unknown lock', 'GET', `${lockPath(known.manualDeal)}/5843104000009`, 'INVALID_DATA', 3],
    [
      'the lock of another record',
      'DELETE',
      `${lockPath(known.manualDeal)}/5843104000001072001`,
      'INVALID_DATA',
      3,
    ],
    ['a lock that is gone', 'DELETE', `${lockPath(known.openDeal)}/5843104000001072001`, 'INVALID_DATA', 3],
  ])('points at %s in the path', async (_what, method, path, code, index) => {
    const { sales } = open();
    expect(await sales(method, path)).toMatchObject({
      status: 400,
      body: { code, details: { resource_path_index: index } },
    });
  });

  it.each(['Campaigns', 'Calls', 'acme__Shipments'])('has no such relation in %s', async (module) => {
    const { sandbox, admin } = open();
    const [record] = sandbox.org.records(module);
    expect(await admin('GET', lockPath(record?.id ?? '', module) + FIELDS)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', message: 'relation not found' },
    });
  });

  it('wants the parameter fields, an edition with locking and a known method', async () => {
    const { sales } = open();
    expect(await sales('GET', lockPath(known.openDeal))).toMatchObject({
      body: { code: 'REQUIRED_PARAM_MISSING', details: { param_name: 'fields' } },
    });
    expect(await sales('PATCH', lockPath(known.openDeal))).toMatchObject({
      body: { code: 'INVALID_REQUEST_METHOD' },
    });
    const free = open({ edition: 'without-locking' });
    expect(await free.sales('GET', lockPath(known.automaticDeal) + FIELDS)).toMatchObject({
      body: { code: 'FEATURE_NOT_SUPPORTED' },
    });
  });

  it('checks the right before the body and the body before the state', async () => {
    const { sales, viewer } = open();
    expect(await viewer('POST', lockPath(known.manualDeal), { data: [{}] })).toMatchObject({
      body: { code: 'NO_PERMISSION' },
    });
    expect(await sales('POST', lockPath(known.manualDeal), { data: [{}] })).toMatchObject({
      body: { data: [{ code: 'MANDATORY_NOT_FOUND' }] },
    });
  });
});
