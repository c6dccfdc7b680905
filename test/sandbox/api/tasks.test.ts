import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { isArray, isObject, type Json, type JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const REQUEST: JsonObject = {
  Subject: 'Record Lock: please unlock Harbour Logistics',
  What_Id: { id: known.manualDeal },
  $se_module: 'Deals',
  Status: 'Not Started',
  Priority: 'High',
  Due_Date: '2026-12-01',
  Description: 'The amount is wrong.\n[lock 1]',
  send_notification: true,
};
const FIELDS = 'fields=Subject,Status,Owner,Created_By,Created_Time,Description';

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const as = (user: string) => caller(sandbox, user);
  const send = (values: JsonObject, user = 'viewer') => as(user)('POST', '/Tasks', { data: [values] });
  const idOf = (body: unknown): string => {
    const entry = isObject(body) && isArray(body.data) ? body.data[0] : null;
    const details = isObject(entry) && isObject(entry.details) ? entry.details : {};
    return String(details.id);
  };
  const ask = async (values: JsonObject = {}, user = 'viewer') =>
    idOf((await send({ ...REQUEST, ...values }, user)).body);
  const listed = async (user = 'sales', deal = known.manualDeal): Promise<Json[]> => {
    const { body } = await as(user)('GET', `/Deals/${deal}/Tasks?${FIELDS}`);
    return isObject(body) && isArray(body.data) ? body.data : [];
  };
  const set = (user: string, id: string, values: JsonObject) =>
    as(user)('PUT', `/Tasks/${id}`, { data: [values] });
  return { sandbox, as, send, ask, listed, set };
}

describe('a task about a record', () => {
  it('is made for somebody else, listed with the record and read by its id', async () => {
    const { as, ask, listed } = open();
    const before = (await listed()).length;
    const id = await ask({ Owner: { id: known.salesUser } });
    const task = {
      id,
      Subject: REQUEST.Subject,
      Status: 'Not Started',
      Owner: { id: known.salesUser },
      Created_By: { name: 'Sales without Lock' },
      Description: REQUEST.Description,
    };
    const list = await listed();
    expect(list[0]).toMatchObject(task);
    expect(list[0]).not.toHaveProperty('Due_Date');
    expect(list).toHaveLength(before + 1);
    expect((await as('sales')('GET', `/Tasks/${id}`)).body).toMatchObject({
      data: [
        {
          ...task,
          What_Id: { id: known.manualDeal, name: 'Harbour Logistics' },
          $se_module: 'Deals',
          Due_Date: '2026-12-01',
          Priority: 'High',
        },
      ],
    });
  });

  it('names people by Who_Id: contacts, and leads with their module', async () => {
    const { sandbox, send, as } = open();
    const contact = sandbox.org.records('Contacts')[0]?.id ?? '';
    const lead = sandbox.org.records('Leads')[0]?.id ?? '';
    await send({ Subject: 'Call', Who_Id: { id: contact } });
    await send({ Subject: 'Call too', Who_Id: { id: lead }, $se_module: 'Leads' });
    const first = async (path: string) => (await as('viewer')('GET', `${path}/Tasks?fields=Subject`)).body;
    expect(await first(`/Contacts/${contact}`)).toMatchObject({ data: [{ Subject: 'Call' }] });
    expect(await first(`/Leads/${lead}`)).toMatchObject({ data: [{ Subject: 'Call too' }] });
  });

  it('is owned by its maker and not started when nothing is said', async () => {
    const { sandbox, ask } = open();
    const id = await ask({ Status: null, Priority: null, Owner: null });
    expect(sandbox.org.record('Tasks', id)).toMatchObject({
      Owner: { name: 'Sales without Lock' },
      Status: 'Not Started',
      Priority: 'Normal',
    });
  });

  it('keeps a reminder and whether its owner is told', async () => {
    const { sandbox, as, ask } = open();
    const remind = { ALARM: 'ACTION=EMAIL;TRIGGER=-P1D;TRIGGER_TIME=09:00' };
    const id = await ask({ Remind_At: remind });
    expect(sandbox.org.record('Tasks', id)).toMatchObject({ Remind_At: remind, send_notification: true });
    expect((await as('sales')('GET', `/Tasks/${id}?fields=Subject`)).body).toMatchObject({
      data: [{ Remind_At: remind }],
    });
  });

  it('is completed, with words of its own', async () => {
    const { sandbox, ask, set } = open();
    const id = await ask();
    const done = await set('sales', id, { Status: 'Completed', Description: 'Declined: not yet.' });
    expect(done).toMatchObject({ status: 200, body: { data: [{ message: 'record updated' }] } });
    expect(sandbox.org.record('Tasks', id)).toMatchObject({
      Status: 'Completed',
      Description: 'Declined: not yet.',
      Closed_Time: expect.any(String),
      What_Id: { id: known.manualDeal },
    });
    await set('sales', id, { Status: 'In Progress' });
    expect(sandbox.org.record('Tasks', id)?.Closed_Time).toBeNull();
  });

  it('is found by the beginning of its subject', async () => {
    const { as, ask, set } = open();
    const [first, second] = [await ask(), await ask({ What_Id: { id: known.openDeal } })];
    const search = async (criteria: string) => {
      const query = `criteria=${encodeURIComponent(criteria)}&fields=Subject,What_Id,Status`;
      const { body } = await as('sales')('GET', `/Tasks/search?${query}`);
      return isObject(body) && isArray(body.data)
        ? body.data.map((row) => (isObject(row) ? row.id : null))
        : [];
    };
    expect(await search('(Subject:starts_with:Record Lock:)')).toEqual([first, second]);
    await set('sales', second, { Status: 'Completed' });
    const open_ = '((Subject:starts_with:Record Lock:)and(Status:not_equal:Completed))';
    expect(await search(open_)).toEqual([first]);
  });
});

describe('a task is refused', () => {
  it.each<[string, JsonObject, string, JsonObject]>([
    ['without a subject', { Subject: null }, 'MANDATORY_NOT_FOUND', { api_name: 'Subject' }],
    [
      'without the module of its record',
      { $se_module: null },
      'MANDATORY_NOT_FOUND',
      { api_name: '$se_module' },
    ],
    ['for a module that is not there', { $se_module: 'Nope' }, 'INVALID_DATA', { api_name: '$se_module' }],
    ['for a lead by What_Id', { $se_module: 'Leads' }, 'INVALID_DATA', { api_name: '$se_module' }],
    [
      'for a record that is gone',
      { What_Id: { id: '1' } },
      'INVALID_DATA',
      { json_path: '$.data[0].What_Id' },
    ],
    ['for an unknown owner', { Owner: { id: '1' } }, 'INVALID_DATA', { api_name: 'Owner' }],
    [
      'with a reminder of another form',
      { Remind_At: { ALARM: 'tomorrow' } },
      'INVALID_DATA',
      { api_name: 'ALARM' },
    ],
    ['with a long subject', { Subject: 'x'.repeat(301) }, 'INVALID_DATA', { maximum_length: 300 }],
  ])('%s', async (_how, values, code, details) => {
    const { sandbox, send } = open();
    const before = sandbox.org.records('Tasks').length;
    expect(await send({ ...REQUEST, ...values })).toMatchObject({
      status: 400,
      body: { data: [{ code, details }] },
    });
    expect(sandbox.org.records('Tasks')).toHaveLength(before);
  });

  it('for somebody who has left', async () => {
    const { send, as } = open({ inactive: 'sales' });
    expect(await send({ ...REQUEST, Owner: { id: known.salesUser } })).toMatchObject({
      status: 400,
      body: { data: [{ code: 'INVALID_DATA', details: { json_path: '$.data[0].Owner' } }] },
    });
    const change = { owner: { id: known.salesUser } };
    expect((await as('admin')('POST', `/Deals/${known.openDeal}/actions/change_owner`, change)).status).toBe(
      400,
    );
  });

  it('to whoever may not use tasks, who may not read them either', async () => {
    const { send, as } = open({ mayUseTasks: 'sales,admin' });
    const refusal = { status: 403, body: { code: 'NO_PERMISSION' } };
    expect(await send(REQUEST)).toMatchObject(refusal);
    expect(await as('viewer')('GET', `/Deals/${known.manualDeal}/Tasks?${FIELDS}`)).toMatchObject(refusal);
    const query = { select_query: 'select id from Tasks where id is not null' };
    expect(await as('viewer')('POST', '/coql', query)).toMatchObject(refusal);
    expect((await send(REQUEST, 'sales')).status).toBe(201);
  });
});

describe('a task on a locked record', () => {
  it('goes through, or is refused by the lock', async () => {
    expect((await open().send(REQUEST)).status).toBe(201);
    const { send } = open({ tasksOnLocked: 'refused' });
    expect(await send(REQUEST)).toMatchObject({
      status: 400,
      body: { data: [{ code: 'RECORD_LOCKED', details: { action: 'record_locking' } }] },
    });
    expect((await send({ ...REQUEST, What_Id: { id: known.openDeal } })).status).toBe(201);
    // Whoever is exempt from the lock is not kept from the task.
    expect((await send(REQUEST, 'exempt')).status).toBe(201);
  });

  it('can still be completed', async () => {
    const { sandbox, ask, set } = open();
    const id = await ask();
    sandbox.change({ tasksOnLocked: 'refused' });
    expect((await set('viewer', id, { Status: 'Completed', Description: 'Withdrawn' })).status).toBe(200);
  });
});

describe('a completed task', () => {
  it.each([
    ['stay', 1],
    ['move-out', 0],
  ] as const)(
    'may %s: its record lists %s of it, and it is there by its id',
    async (completedTasks, count) => {
      const { as, ask, listed, set } = open({ completedTasks });
      const id = await ask();
      await set('sales', id, { Status: 'Completed' });
      const ids = (await listed()).map((task) => (isObject(task) ? task.id : null));
      expect(ids.filter((one) => one === id)).toHaveLength(count);
      expect((await as('viewer')('GET', `/Tasks/${id}?fields=Status`)).body).toMatchObject({
        data: [{ Status: 'Completed' }],
      });
    },
  );
});

describe('who changes a task of somebody else', () => {
  it.each<[NonNullable<SandboxOptions['taskEditing']>, Record<string, number>]>([
    ['everyone', { sales: 200, viewer: 200, exempt: 200, admin: 200 }],
    ['owner', { sales: 200, viewer: 403, exempt: 403, admin: 200 }],
    ['owner-or-creator', { sales: 200, viewer: 200, exempt: 403, admin: 200 }],
  ])('%s', async (taskEditing, expected) => {
    const { sandbox, as, ask, set } = open({ taskEditing });
    const id = await ask({ Owner: { id: known.salesUser } });
    for (const [user, status] of Object.entries(expected)) {
      const answer = await set(user, id, { Description: `by ${user}` });
      expect([user, answer.status]).toEqual([user, status]);
      if (status === 403) expect(answer.body).toMatchObject({ data: [{ code: 'NO_PERMISSION' }] });
      expect((await as(user)('GET', `/Tasks/${id}?fields=Subject`)).body).toMatchObject({
        data: [{ $editable: status === 200 }],
      });
    }
    expect(sandbox.org.record('Tasks', id)?.Description).toBe('by admin');
  });
});

describe('the list of tasks', () => {
  it('wants fields and a record, and is 204 when empty', async () => {
    const { as, sandbox } = open();
    const sales = as('sales');
    expect((await sales('GET', `/Deals/${known.openDeal}/Tasks`)).body).toMatchObject({
      code: 'REQUIRED_PARAM_MISSING',
      details: { param_name: 'fields' },
    });
    expect((await sales('GET', `/Deals/1/Tasks?${FIELDS}`)).body).toMatchObject({ code: 'INVALID_DATA' });
    const account = sandbox.org.records('Accounts')[0]?.id;
    expect((await sales('GET', `/Accounts/${account}/Tasks?${FIELDS}`)).status).toBe(204);
  });
});
