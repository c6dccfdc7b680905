import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { isArray, isObject, type JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const LOCKS = 'record_locking_configuration';
const locked = { api_name: 'Locked__s', _value: { old: false, new: true } };
const unlocked = { api_name: 'Locked__s', _value: { old: true, new: false } };

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const as = (user: string) => caller(sandbox, user);
  const timeline = async (deal = known.openDeal, query = ''): Promise<JsonObject[]> => {
    const { body } = await as('sales')('GET', `/Deals/${deal}/__timeline${query}`);
    return isObject(body) && isArray(body.__timeline) ? body.__timeline.filter(isObject) : [];
  };
  const change = (values: JsonObject, user = 'sales', deal = known.openDeal) =>
    as(user)('PUT', `/Deals/${deal}`, { data: [values] });
  const lockAndUnlock = async (deal = known.openDeal) => {
    const path = `/Deals/${deal}/Locking_Information__s`;
    await as('sales')('POST', path, { data: [{ Locked_Reason__s: 'audit' }] });
    await as('sales')('DELETE', `${path}/${sandbox.org.lockOf('Deals', deal)?.id}`);
  };
  return { sandbox, as, timeline, change, lockAndUnlock };
}

describe('the timeline of a record', () => {
  it('tells what was changed, by whom and from where, newest first', async () => {
    const { timeline, change } = open();
    await change({ Amount: 5 });
    await change({ Stage: 'Qualification', Next_Step: 'Call' }, 'admin');
    const entries = await timeline();
    expect(entries).toMatchObject([
      {
        id: expect.any(String),
        audited_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
        action: 'updated',
        source: 'crm_api',
        done_by: { id: known.administrator, name: 'John Smith' },
        record: { id: known.openDeal, name: 'Northern Paper Works', module: { api_name: 'Deals' } },
        related_record: null,
        automation_details: null,
        field_history: expect.arrayContaining([
          expect.objectContaining({
            api_name: 'Stage',
            _value: { old: 'Negotiation/Review', new: 'Qualification' },
          }),
        ]),
      },
      { done_by: { name: 'Patricia Boyle' }, field_history: [{ api_name: 'Amount', _value: { new: 5 } }] },
    ]);
    expect(entries[0]).not.toHaveProperty('byHand');
  });

  it('names locks of a rule by their source and the rule', async () => {
    const { timeline, change } = open();
    await change({ Stage: 'Closed Won' });
    await change({ Stage: 'Qualification' }, 'exempt');
    expect((await timeline()).filter(({ source }) => source === LOCKS)).toMatchObject([
      { done_by: { name: 'Contracts Desk' }, field_history: [unlocked], automation_details: null },
      {
        done_by: { name: 'Patricia Boyle' },
        field_history: [locked],
        automation_details: { rule: { id: known.closedWonRule, name: 'Closed Won' } },
      },
    ]);
  });

  it('names locks that a saved rule puts on many records by a source of their own', async () => {
    const { as, timeline } = open();
    const rule = {
      name: 'Any',
      lock_existing_records: true,
      criteria: { field: { api_name: 'Amount' }, comparator: 'greater_equal', value: '0' },
    };
    await as('admin')('PUT', '/settings/record_locking_configurations?module=Deals', {
      record_locking_configurations: [{ id: known.dealsConfiguration, locking_rules: [rule] }],
    });
    expect(await timeline()).toMatchObject([
      { source: `${LOCKS}_bulk`, done_by: { id: known.administrator }, field_history: [locked] },
    ]);
    await as('admin')(
      'DELETE',
      `/settings/record_locking_configurations/${known.dealsConfiguration}?module=Deals`,
    );
    expect((await timeline())[0]).toMatchObject({ source: `${LOCKS}_bulk`, field_history: [unlocked] });
  });

  it('may show the locks that people make and end, or leave them out', async () => {
    const shown = open();
    await shown.lockAndUnlock();
    expect(await shown.timeline()).toMatchObject([
      { action: 'updated', source: 'crm_api', done_by: { id: known.salesUser }, field_history: [unlocked] },
      { action: 'updated', source: 'crm_api', done_by: { id: known.salesUser }, field_history: [locked] },
    ]);
    const left = open({ manualLocksInTimeline: 'left-out' });
    await left.lockAndUnlock();
    expect(await left.timeline()).toEqual([]);
    expect((await left.as('sales')('GET', `/Deals/${known.openDeal}/__timeline`)).status).toBe(204);
  });

  it('says nothing when a record stays locked by the other half of its lock', async () => {
    const { sandbox, as, timeline } = open();
    const before = await timeline(known.bothDeal);
    const id = sandbox.org.lockOf('Deals', known.bothDeal)?.id;
    await as('sales')('DELETE', `/Deals/${known.bothDeal}/Locking_Information__s/${id}`);
    expect(await timeline(known.bothDeal)).toEqual(before);
  });

  it('tells of the locks that were there from the start', async () => {
    const { timeline } = open();
    expect(await timeline(known.manualDeal)).toMatchObject([
      { source: 'crm_ui', done_by: { id: known.salesUser }, field_history: [locked] },
    ]);
    expect(await timeline(known.automaticDeal)).toMatchObject([
      { source: LOCKS, done_by: null, field_history: [locked] },
    ]);
  });

  it('tells of notes and tasks, which are then the record, and this one the related one', async () => {
    const { as, timeline } = open();
    await as('admin')('POST', `/Deals/${known.openDeal}/Notes`, { data: [{ Note_Title: 'Record locked' }] });
    await as('viewer')('POST', '/Tasks', {
      data: [{ Subject: 'Record Lock: ask', What_Id: { id: known.openDeal }, $se_module: 'Deals' }],
    });
    const related_record = { id: known.openDeal, module: { api_name: 'Deals' } };
    expect(await timeline()).toMatchObject([
      {
        action: 'added',
        record: { name: 'Record Lock: ask', module: { api_name: 'Tasks' } },
        related_record,
      },
      { action: 'added', record: { name: 'Record locked', module: { api_name: 'Notes' } }, related_record },
    ]);
  });

  it('knows calls of the CRM’s own pages from all others', async () => {
    const { as, timeline } = open();
    const values = { data: [{ Amount: 1 }] };
    await as('sales')('PUT', `/Deals/${known.openDeal}`, values, { 'x-sandbox-caller': 'crm' });
    await as('sales')('PUT', `/Deals/${known.openDeal}`, { data: [{ Amount: 2 }] });
    expect(await timeline()).toMatchObject([{ source: 'crm_api' }, { source: 'crm_ui' }]);
  });
});

describe('reading a timeline', () => {
  const many = async () => {
    const opened = open();
    for (let amount = 1; amount <= 5; amount++) await opened.change({ Amount: amount });
    return opened;
  };

  it('goes page by page, by tokens that keep to the question', async () => {
    const { as } = await many();
    const page = async (query: string) =>
      (await as('sales')('GET', `/Deals/${known.openDeal}/__timeline?${query}`)).body;
    const first = await page('per_page=3');
    expect(first).toMatchObject({ info: { count: 3, per_page: 3, more_records: true } });
    const info: JsonObject = isObject(first) && isObject(first.info) ? first.info : {};
    expect(await page(`page_token=${info.next_page_token}`)).toMatchObject({
      __timeline: [{ field_history: [{ _value: { new: 2 } }] }, { field_history: [{ _value: { new: 1 } }] }],
      info: { more_records: false, next_page_token: null },
    });
    expect(await page(`page_token=${info.next_page_token}&per_page=3`)).toMatchObject({
      code: 'AMBIGUITY_DURING_PROCESSING',
    });
  });

  it('can begin with the oldest, and give labels and profiles', async () => {
    const { timeline } = await many();
    const inner = 'include_inner_details=field_history.field_label,done_by.profile';
    expect(
      (await timeline(known.openDeal, `?sort_by=audited_time&sort_order=asc&${inner}`))[0],
    ).toMatchObject({
      done_by: { profile: { name: 'Sales' } },
      field_history: [{ field_label: 'Amount', _value: { new: 1 } }],
    });
  });

  it('takes the printed filters, and not the sources of locks', async () => {
    const { as, timeline, change } = await many();
    await as('admin')('POST', `/Deals/${known.openDeal}/Notes`, { data: [{ Note_Title: 'n' }] });
    await change({ Stage: 'Closed Won' });
    const filter = (name: string, value: string | string[]) =>
      `?filters=${encodeURIComponent(
        JSON.stringify({ field: { api_name: name }, comparator: isArray(value) ? 'in' : 'equal', value }),
      )}`;
    expect(await timeline(known.openDeal, filter('record.module.api_name', 'Notes'))).toHaveLength(1);
    expect(await timeline(known.openDeal, filter('done_by.id', [known.administrator]))).toHaveLength(1);
    expect(await timeline(known.openDeal, filter('source', ['crm_api']))).toHaveLength(7);
    const refused = await as('sales')('GET', `/Deals/${known.openDeal}/__timeline${filter('source', LOCKS)}`);
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', details: { param_name: 'filters' } },
    });
  });

  it('wants a module and a record that are there, and can be refused', async () => {
    const { as } = open();
    expect((await as('sales')('GET', '/Nope/1/__timeline')).body).toMatchObject({ code: 'INVALID_MODULE' });
    expect((await as('sales')('GET', '/Deals/1/__timeline')).body).toMatchObject({ code: 'INVALID_DATA' });
    expect((await as('sales')('GET', `/Deals/${known.longDeal}/__timeline`)).status).toBe(204);
    expect(
      await open({ timeline: 'refused' }).as('sales')('GET', `/Deals/${known.manualDeal}/__timeline`),
    ).toMatchObject({ status: 400, body: { code: 'NOT_SUPPORTED' } });
  });
});
