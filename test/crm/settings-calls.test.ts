import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/crm/read-configuration';
import { readLockingFeature } from '../../src/crm/read-locking-feature';
import {
  readButtons,
  readFields,
  readGroups,
  readProfiles,
  readRoles,
  readUsers,
  searchRecords,
} from '../../src/crm/read-metadata';
import { readModules } from '../../src/crm/read-modules';
import { createRequestQueue } from '../../src/crm/request-queue';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';
import { deleteConfiguration, saveConfiguration } from '../../src/crm/write-configuration';
import { createCrm } from '../record/support/crm';

const admin = () => createCrm().as('admin').send;
const answering =
  (reply: CrmReply): Send =>
  async () =>
    reply;
const names = <T extends { readonly name: string }>(answer: { ok: boolean; value?: readonly T[] }) =>
  answer.value?.map(({ name }) => name);

describe('modules', () => {
  it('that can be locked are Zoho’s 14 and those that users made', async () => {
    const answer = await readModules(admin());
    const modules = answer.ok ? answer.value : [];
    const of = (support: string) =>
      modules.filter((one) => one.support === support).map((one) => one.apiName);
    expect(of('yes')).toHaveLength(15);
    expect(of('yes')).toContain('Site_Visits');
    expect(of('extension')).toEqual(['acme__Shipments']);
    expect(of('zoho')).toEqual(['Campaigns', 'Calls']);
  });

  it.each([
    ['nothing tells', { api_name: 'New_Kind', plural_label: 'New kinds' }, 'unknown'],
    [
      'it is one of Zoho’s 14, hidden or not',
      { api_name: 'Deals', visible: false, generated_type: 'default' },
      'yes',
    ],
    ['a user made it', { api_name: 'Ships', generated_type: 'custom' }, 'yes'],
    [
      'it is hidden and cannot be locked',
      { api_name: 'Visits', visible: false, generated_type: 'default' },
      undefined,
    ],
    ['it links two others', { api_name: 'A_X_B', generated_type: 'linking' }, undefined],
    [
      'the API does not reach it',
      { api_name: 'Ships', generated_type: 'custom', api_supported: false },
      undefined,
    ],
    ['its name could leave a path', { api_name: '../x', generated_type: 'custom' }, undefined],
    ['its name begins like one', { api_name: 'x/..', generated_type: 'custom' }, undefined],
    ['nobody may see it', { api_name: 'Visits', viewable: false, generated_type: 'default' }, undefined],
    ['it has no name', { generated_type: 'custom' }, undefined],
  ])('are judged: %s', async (_why, row, support) => {
    const answer = await readModules(answering({ status: 200, body: { modules: [row, 7, null] } }));
    expect(answer.ok && answer.value[0]?.support).toBe(support);
  });

  it.each([
    [{ plural_label: 'Ships', module_name: 'Ship' }, 'Ships'],
    [{ module_name: 'Ship' }, 'Ship'],
    [{}, 'Vessels'],
  ])('with %j are called %s', async (labels, label) => {
    const row = { api_name: 'Vessels', generated_type: 'custom', ...labels };
    const answer = await readModules(answering({ status: 200, body: { modules: [row] } }));
    expect(answer).toMatchObject({ ok: true, value: [{ apiName: 'Vessels', label }] });
  });
});

describe('lists', () => {
  it('are read into what pickers show', async () => {
    const send = admin();
    expect(names(await readProfiles(send))).toContain('Contracts');
    expect(names(await readButtons(send, 'Deals'))).toContain('Send Contract');
    expect(names(await readButtons(send, 'Vendors'))).toEqual([]);
    expect(names(await readUsers(send))).toContain('Patricia Boyle');
    expect(names(await readRoles(send))?.length).toBeGreaterThan(0);
    const fields = await readFields(send, 'Deals');
    expect(
      fields.ok && fields.value.find(({ apiName }) => apiName === 'Stage')?.picklist.length,
    ).toBeGreaterThan(5);
  });

  it.each([
    ['Deals', 'Deal_Name'],
    ['Accounts', 'Account_Name'],
    ['Tasks', 'Subject'],
    ['Products', 'Product_Name'],
  ])('of records of %s carry their names', async (module, key) => {
    const { sandbox, as } = createCrm();
    const known = sandbox.org.records(module)[3];
    const name = String(known?.[key]);
    const answer = await searchRecords(as('admin').send, module, name.slice(0, 12));
    expect(names(answer)).toContain(name);
  });

  it.each([
    ['not JSON', { status: 200, body: '<html>' }, 'unexpected'],
    ['of another shape', { status: 200, body: { profiles: 'no' } }, 'unexpected'],
    ['refused', { status: 403, body: { code: 'NO_PERMISSION', message: '', details: {} } }, 'noPermission'],
    ['not known to this CRM', { status: 404, body: { code: 'INVALID_URL_PATTERN', details: {} } }, 'invalid'],
    ['lost', { lost: 'timeout' } as const, 'timeout'],
  ])('that are %s are an error', async (_name, reply, kind) => {
    const answer = await readProfiles(answering(reply));
    expect(answer.ok ? 'read' : answer.error.kind).toBe(kind);
  });

  it('without content are empty, and what is no thing with an id is passed over', async () => {
    expect(await readGroups(answering({ status: 204, body: undefined }))).toEqual({ ok: true, value: [] });
    const odd = { user_groups: [{ id: 7, name: 'x' }, { name: 'y' }, null, { id: '1', name: '' }] };
    expect(await readGroups(answering({ status: 200, body: odd }))).toEqual({
      ok: true,
      value: [{ id: '1', name: '1' }],
    });
  });
});

describe('the edition', () => {
  it('tells its limits', async () => {
    const answer = await readLockingFeature(admin());
    expect(answer.ok && answer.value).toMatchObject({
      available: true,
      limits: { rules: 5, restrictedButtons: 30 },
    });
  });

  it('is asked for where Zoho tells it, and a refusal in a list is one', async () => {
    const asked: CrmRequest[] = [];
    const answer = await readLockingFeature(async (request) => {
      asked.push(request);
      return { status: 200, body: { __features: [{ code: 'NO_PERMISSION', status: 'error' }] } };
    });
    expect(asked).toEqual([{ method: 'GET', path: '/crm/v8/__features/record_locking_configurations' }]);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'noPermission' } });
  });

  it('without locking says so', async () => {
    const answer = await readLockingFeature(createCrm({ edition: 'without-locking' }).as('admin').send);
    expect(answer.ok ? 'has it' : answer.error.kind).toBe('edition');
  });
});

describe('a configuration', () => {
  it.each([
    ['a 204', { status: 204, body: undefined }, { ok: true, value: null }],
    [
      'an empty list',
      { status: 200, body: { record_locking_configurations: [] } },
      { ok: true, value: null },
    ],
  ])('is none after %s', async (_name, reply, result) => {
    expect(await readConfiguration(answering(reply), 'Deals')).toEqual(result);
  });

  it('is not none because one body was lost, but because none comes the second time either', async () => {
    const [empty, full] = ['', { record_locking_configurations: [{ id: '1' }] }];
    for (const [bodies, value] of [
      [[empty, full], { id: '1' }],
      [[empty, empty], null],
    ] as const) {
      const left = [...bodies];
      const send: Send = async ({ path }) => ({
        status: 200,
        body: path.includes('__features') ? { __features: [] } : left.shift(),
      });
      expect(await readConfiguration(send, 'Deals')).toEqual({ ok: true, value });
    }
  });

  it.each(['<html>', { other: [] }, { record_locking_configurations: ['x'] }])(
    'is not none because its reply (%j) cannot be read',
    async (body) => {
      const answer = await readConfiguration(answering({ status: 200, body }), 'Deals');
      expect(answer.ok ? 'read' : answer.error.kind).toBe('unexpected');
    },
  );

  it('is asked for by its module', async () => {
    const asked: CrmRequest[] = [];
    const body = { record_locking_configurations: [{ id: '1' }] };
    const answer = await readConfiguration(async (request) => {
      asked.push(request);
      return { status: 200, body };
    }, 'Deals');
    expect(answer).toEqual({ ok: true, value: { id: '1' } });
    expect(asked).toEqual([
      {
        method: 'GET',
        path: '/crm/v8/settings/record_locking_configurations',
        query: { module: 'Deals' },
      },
    ]);
  });

  it.each<[string, CrmReply]>([
    ['flat', { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } }],
    [
      'in a list',
      {
        status: 200,
        body: { record_locking_configurations: [{ code: 'NO_PERMISSION', status: 'error' }] },
      },
    ],
  ])('that is refused, %s, is neither read nor written', async (_where, reply) => {
    const send = answering(reply);
    const body = { record_locking_configurations: [{ lock_type: 'manual' }] } as const;
    for (const answer of [
      await readConfiguration(send, 'Deals'),
      await saveConfiguration(send, 'Deals', { method: 'POST', body }),
      await deleteConfiguration(send, 'Deals', '1'),
    ])
      expect(answer).toMatchObject({ ok: false, error: { kind: 'noPermission', certain: true } });
  });

  it('is created, and deleted by its id', async () => {
    const { sandbox, as } = createCrm();
    const { send } = as('admin');
    const body = { record_locking_configurations: [{ lock_type: 'manual' }] } as const;
    expect(await saveConfiguration(send, 'Contacts', { method: 'POST', body })).toMatchObject({ ok: true });
    const id = sandbox.org.configurationOf('Contacts')?.id ?? '';
    expect(await deleteConfiguration(send, 'Contacts', id)).toMatchObject({ ok: true });
    expect(sandbox.org.configurationOf('Contacts')).toBeUndefined();
  });

  it('is not written because a reply did not say no', async () => {
    for (const body of ['', '<html>', { record_locking_configurations: [{}] }]) {
      const answer = await deleteConfiguration(answering({ status: 200, body }), 'Deals', '1');
      expect(answer.ok ? 'done' : answer.error.certain).toBe(false);
    }
  });

  it('never leaves its place in a path', async () => {
    const sent: CrmRequest[] = [];
    const send: Send = async (request) => {
      sent.push(request);
      return { lost: 'offline' };
    };
    expect(() => deleteConfiguration(send, 'Deals', '1/../2')).toThrow('Configuration id is not a word');
    expect(() => deleteConfiguration(send, 'Deals&x=1', '1')).toThrow('Module is not a word');
    await expect(readConfiguration(send, 'Deals&x=1')).rejects.toThrow('Module is not a word');
    expect(() => readFields(send, 'Deals&x=1')).toThrow('Module is not a word');
    expect(() => readButtons(send, 'Deals&x=1')).toThrow('Module is not a word');
    await expect(searchRecords(send, 'Deals/..', 'word')).rejects.toThrow('Module is not a word');
    expect(sent).toEqual([]);
  });
});

describe('queue', () => {
  it('hold calls back beyond the bound, and let urgent ones go first', async () => {
    const started: string[] = [];
    const finish: (() => void)[] = [];
    const { urgent, background } = createRequestQueue(({ path }) => {
      started.push(path);
      return new Promise((resolve) => finish.push(() => resolve({ status: 204, body: undefined })));
    }, 2);
    const call = (send: Send, path: string) => void send({ method: 'GET', path });
    for (const path of ['a', 'b', 'c']) call(background, path);
    call(urgent, 'u');
    expect(started).toEqual(['a', 'b']);
    finish[0]?.();
    await new Promise((resolve) => setTimeout(resolve));
    expect(started).toEqual(['a', 'b', 'u']);
    finish[1]?.();
    await new Promise((resolve) => setTimeout(resolve));
    expect(started).toEqual(['a', 'b', 'u', 'c']);
  });

  it('take up work again after they stood idle', async () => {
    const reply: CrmReply = { status: 204, body: undefined };
    const { urgent, background } = createRequestQueue(answering(reply), 1);
    for (const lane of [urgent, background, urgent])
      expect(await lane({ method: 'GET', path: 'a' })).toEqual(reply);
  });
});
